package dev.portcullis.access;

import java.util.List;
import java.util.Set;

/**
 * What a question says of its resource; it counts where the catalog does not know better.
 *
 * @param teams that own it, by identifier or name
 * @param fields the properties and relations that it has a value for
 */
public record ClaimedResource(List<String> teams, Set<String> fields) {

  public ClaimedResource {
    teams = List.copyOf(teams);
    fields = Set.copyOf(fields);
  }
}
