package dev.portcullis.access;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.permission.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what a change to a permission document names and nobody knows. It is stored all the same,
 * for a user or group may come later.
 */
@Component
class UnknownNames {

  private final Memberships memberships;
  private final Catalog catalog;
  private final EffectiveRoles roles;

  UnknownNames(Memberships memberships, Catalog catalog, EffectiveRoles roles) {
    this.memberships = memberships;
    this.catalog = catalog;
    this.roles = roles;
  }

  /**
   * A sentence for each unknown role, user and team of a patch, given the document after it. Of
   * users only Admins and apps are told, for it says who is there.
   */
  List<String> in(Caller caller, PermissionsPatch patch, PermissionDocument after) {
    UUID organizationId = caller.organizationId();
    return Stream.of(
            roles(organizationId, patch),
            mayKnowEverybody(caller) ? users(organizationId, patch) : Stream.<String>empty(),
            teams(patch, after))
        .flatMap(Function.identity())
        .toList();
  }

  private boolean mayKnowEverybody(Caller caller) {
    return switch (caller.actor()) {
      case Actor.Client _ -> true;
      case Actor.Person person ->
          roles
              .held(caller.organizationId(), person.userId())
              .filter(held -> held.contains(new Role.Admin()))
              .isPresent();
      case Actor.Provisioner _, Actor.IdentityProvider _, Actor.Server _ -> false;
    };
  }

  private Stream<String> roles(UUID organizationId, PermissionsPatch patch) {
    Set<String> sent = values(patch, BlockPatch::roles);
    if (sent.isEmpty()) {
      return Stream.empty();
    }
    Set<Role> known =
        Stream.concat(
                Stream.of(new Role.Admin(), new Role.Member()),
                catalog.blueprints(organizationId).stream()
                    .map(Blueprint::identifier)
                    .map(Role.ModeratorOf::new))
            .collect(Collectors.toUnmodifiableSet());
    return sent.stream()
        .filter(name -> Role.named(name).filter(known::contains).isEmpty())
        .sorted()
        .map("role `%s` is not known, so that nobody holds it at present"::formatted);
  }

  private Stream<String> users(UUID organizationId, PermissionsPatch patch) {
    return values(patch, BlockPatch::users).stream()
        .filter(email -> !isHandle(organizationId, email))
        .sorted()
        .map(
            "user `%s` is not known; the grant takes effect once somebody has this e-mail"
                ::formatted);
  }

  private boolean isHandle(UUID organizationId, String email) {
    return memberships.subject(organizationId, email) instanceof SubjectOutcome.Found found
        && memberships
            .handle(organizationId, found.user().id())
            .filter(CaseFold.of(email)::equals)
            .isPresent();
  }

  private static Stream<String> teams(PermissionsPatch patch, PermissionDocument after) {
    Set<String> sent = values(patch, BlockPatch::teams);
    return after
        .blocks()
        .flatMap(block -> block.block().teams().stream())
        .filter(team -> team.identifier().isEmpty() && sent.contains(team.sent()))
        .map(BoundTeam::sent)
        .distinct()
        .sorted()
        .map("team `%s` is not known; it means no team until it is saved again"::formatted);
  }

  private static Set<String> values(
      PermissionsPatch patch, Function<BlockPatch, Optional<List<String>>> list) {
    return patch.blocks().values().stream()
        .flatMap(block -> list.apply(block).stream())
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
