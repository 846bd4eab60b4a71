package dev.portcullis.access.configuration;

import dev.portcullis.access.BlockPatch;
import dev.portcullis.access.PermissionBlock;
import dev.portcullis.access.PermissionDepartures;
import dev.portcullis.access.PermissionDocuments;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.access.PermissionsOutcome;
import dev.portcullis.access.PermissionsPatch;
import dev.portcullis.access.PolicyChange;
import dev.portcullis.access.configuration.ConfigurationItem.OfPermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The permission documents of one kind of owner. Blocks that stay are not written again, so that
 * their teams keep the meaning that they were written with.
 */
final class PermissionsPart extends ConfigurationPart<OfPermissions> {

  private final PermissionOwner.Kind ownerKind;
  private final PermissionDocuments documents;
  private final PermissionDepartures departures;

  PermissionsPart(
      PermissionOwner.Kind ownerKind,
      PermissionDocuments documents,
      PermissionDepartures departures) {
    super(kind(ownerKind), OfPermissions.class);
    this.ownerKind = ownerKind;
    this.documents = documents;
    this.departures = departures;
  }

  private static ConfigurationKind kind(PermissionOwner.Kind ownerKind) {
    return switch (ownerKind) {
      case BLUEPRINT -> ConfigurationKind.BLUEPRINT_PERMISSIONS;
      case ACTION -> ConfigurationKind.ACTION_PERMISSIONS;
      case PAGE -> ConfigurationKind.PAGE_PERMISSIONS;
    };
  }

  @Override
  List<OfPermissions> present(UUID organizationId) {
    return departures.of(organizationId, ownerKind).entrySet().stream()
        .map(document -> new OfPermissions(document.getKey(), document.getValue()))
        .filter(item -> !item.isNothing())
        .toList();
  }

  /** A document that says nothing belongs to something all the same. */
  @Override
  void apply(ImportRun run, PartPlan<OfPermissions> plan) {
    run.wanted().of(kind()).stream()
        .map(OfPermissions.class::cast)
        .filter(OfPermissions::isNothing)
        .filter(item -> !departures.hasOwner(run.organizationId(), item.permissionOwner()))
        .forEach(item ->
            run.note(
                item, applied(item.permissionOwner(), new PermissionsOutcome.OwnerNotFound())));
    super.apply(run, plan);
  }

  /** Blocks that are as by default need not be said. */
  @Override
  OfPermissions settled(UUID organizationId, OfPermissions sent, Optional<OfPermissions> before) {
    Map<String, PermissionBlock> defaults =
        departures.defaults(organizationId, sent.permissionOwner());
    Map<String, PermissionBlock> others = new LinkedHashMap<>(sent.blocks());
    others.entrySet().removeIf(block -> block.getValue().equals(defaults.get(block.getKey())));
    return new OfPermissions(sent.permissionOwner(), others);
  }

  @Override
  Applied create(ImportRun run, OfPermissions item) {
    return change(run, new OfPermissions(item.permissionOwner(), Map.of()), item);
  }

  @Override
  Applied remove(ImportRun run, OfPermissions item) {
    return change(run, item, new OfPermissions(item.permissionOwner(), Map.of()));
  }

  @Override
  Applied change(ImportRun run, OfPermissions before, OfPermissions after) {
    PermissionOwner owner = after.permissionOwner();
    Map<String, PermissionBlock> defaults = departures.defaults(run.organizationId(), owner);
    Set<String> keys = new TreeSet<>(before.blocks().keySet());
    keys.addAll(after.blocks().keySet());
    Map<String, BlockPatch> patches = new LinkedHashMap<>();
    for (String key : keys) {
      if (!Objects.equals(before.blocks().get(key), after.blocks().get(key))) {
        PermissionBlock block = after.blocks().getOrDefault(key, defaults.get(key));
        if (block != null) {
          patches.put(key, patch(key, block));
        }
      }
    }
    return applied(
        owner,
        documents.amend(run.caller(), owner, new PermissionsPatch(patches, false, List.of())));
  }

  private BlockPatch patch(String key, PermissionBlock block) {
    boolean mayBeOwned = ownerKind == PermissionOwner.Kind.BLUEPRINT || key.equals("execute");
    return new BlockPatch(
        Optional.of(block.roles()),
        Optional.of(block.users()),
        Optional.of(block.teamNames()),
        mayBeOwned || block.ownedByTeam() ? Optional.of(block.ownedByTeam()) : Optional.empty(),
        block.policy().<PolicyChange>map(PolicyChange.Set::new).orElseGet(PolicyChange.Clear::new));
  }

  private static Applied applied(PermissionOwner owner, PermissionsOutcome outcome) {
    return switch (outcome) {
      case PermissionsOutcome.Stored(_, List<String> warnings) -> Applied.done(warnings);
      case PermissionsOutcome.OwnerNotFound _ ->
          Applied.refused(
              "there is no %s `%s`".formatted(owner.kind().wireName(), owner.identifier()));
      case PermissionsOutcome.UnknownFields(var properties, var relations, var problems) ->
          Applied.refused(unknown(properties, relations, problems));
      case PermissionsOutcome.Rejected(List<String> problems) -> Applied.refused(problems);
      case PermissionsOutcome.VersionNotFound _ ->
          throw new IllegalStateException("no version was asked for");
    };
  }

  private static List<String> unknown(
      List<String> properties, List<String> relations, List<String> problems) {
    List<String> all = new ArrayList<>();
    Stream.concat(
            properties.stream()
                .map(
                    "`entities.updateProperties.%s` is of no property of the blueprint"::formatted),
            relations.stream()
                .map("`entities.updateRelations.%s` is of no relation of the blueprint"::formatted))
        .forEach(all::add);
    all.addAll(problems);
    return all;
  }
}
