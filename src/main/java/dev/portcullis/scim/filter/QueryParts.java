package dev.portcullis.scim.filter;

import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.All;
import dev.portcullis.attribute.DirectoryQuery.And;
import dev.portcullis.attribute.DirectoryQuery.None;
import dev.portcullis.attribute.DirectoryQuery.Not;
import dev.portcullis.attribute.DirectoryQuery.Or;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Joins queries without what says nothing: repeated parts, chains within chains, everything and
 * nothing. So a long filter that repeats itself costs the database no more than a short one.
 */
final class QueryParts {

  private QueryParts() {}

  static DirectoryQuery and(List<DirectoryQuery> parts) {
    Set<DirectoryQuery> distinct = new LinkedHashSet<>();
    parts.stream()
        .flatMap(part -> part instanceof And(var inner) ? inner.stream() : Stream.of(part))
        .filter(part -> !(part instanceof All))
        .forEach(distinct::add);
    if (distinct.contains(new None())) {
      return new None();
    }
    return switch (distinct.size()) {
      case 0 -> new All();
      case 1 -> distinct.iterator().next();
      default -> new And(List.copyOf(distinct));
    };
  }

  static DirectoryQuery or(List<DirectoryQuery> parts) {
    Set<DirectoryQuery> distinct = new LinkedHashSet<>();
    parts.stream()
        .flatMap(part -> part instanceof Or(var inner) ? inner.stream() : Stream.of(part))
        .filter(part -> !(part instanceof None))
        .forEach(distinct::add);
    if (distinct.contains(new All())) {
      return new All();
    }
    return switch (distinct.size()) {
      case 0 -> new None();
      case 1 -> distinct.iterator().next();
      default -> new Or(List.copyOf(distinct));
    };
  }

  static DirectoryQuery not(DirectoryQuery part) {
    return switch (part) {
      case All _ -> new None();
      case None _ -> new All();
      case Not(DirectoryQuery inner) -> inner;
      default -> new Not(part);
    };
  }

  /** Whether what has no value at all meets a query. */
  static boolean holdsOfNothing(DirectoryQuery query) {
    return switch (query) {
      case All _ -> true;
      case None _ -> false;
      case And(var parts) -> parts.stream().allMatch(QueryParts::holdsOfNothing);
      case Or(var parts) -> parts.stream().anyMatch(QueryParts::holdsOfNothing);
      case Not(var part) -> !holdsOfNothing(part);
      case DirectoryQuery.Present _, DirectoryQuery.Compare _, DirectoryQuery.Element _ -> false;
    };
  }
}
