package dev.portcullis.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Where permission documents depart from the default ones, which follow their owners and are
 * nobody's decision. To be asked within a transaction.
 */
@Component
public class PermissionDepartures {

  private final PermissionRows rows;
  private final DocumentOwners owners;

  PermissionDepartures(PermissionRows rows, DocumentOwners owners) {
    this.rows = rows;
    this.owners = owners;
  }

  /** The blocks that depart, by owner and key; teams without what they mean. */
  public Map<PermissionOwner, Map<String, PermissionBlock>> of(
      UUID organizationId, PermissionOwner.Kind kind) {
    Map<PermissionOwner, Map<String, PermissionBlock>> departures = new LinkedHashMap<>();
    rows.everyNewest(organizationId)
        .forEach((owner, newest) -> {
          if (owner.kind() == kind) {
            owners
                .find(organizationId, owner)
                .ifPresent(basis -> departures.put(owner, of(basis, newest.permissions())));
          }
        });
    return departures;
  }

  private static Map<String, PermissionBlock> of(DocumentBasis basis, PermissionDocument stored) {
    Map<String, PermissionBlock> blocks = blocks(basis.fitted(stored));
    Map<String, PermissionBlock> defaults = blocks(basis.defaults());
    blocks.entrySet().removeIf(block -> block.getValue().equals(defaults.get(block.getKey())));
    return blocks;
  }

  /** Whether there is what a document belongs to. */
  public boolean hasOwner(UUID organizationId, PermissionOwner owner) {
    return owners.find(organizationId, owner).isPresent();
  }

  /** The default blocks of an owner, by key; none if there is no such owner. */
  public Map<String, PermissionBlock> defaults(UUID organizationId, PermissionOwner owner) {
    Optional<DocumentBasis> basis = owners.find(organizationId, owner);
    return basis.map(found -> blocks(found.defaults())).orElse(Map.of());
  }

  private static Map<String, PermissionBlock> blocks(PermissionDocument document) {
    return document
        .blocks()
        .collect(
            Collectors.toMap(
                KeyedBlock::key,
                keyed -> keyed.block().unbound(),
                (one, _) -> one,
                LinkedHashMap::new));
  }
}
