package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import dev.portcullis.pattern.GroupFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Explains to a person where they do not belong. Who belongs is decided elsewhere; this only finds
 * the word that stands against it.
 */
@Component
class Absences {

  private final JdbcClient jdbc;

  Absences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A group that SCIM or a claim speaks of, with SCIM's words on the person. */
  private record Spoken(
      UUID groupId,
      String name,
      Optional<Instant> deletedAt,
      Optional<Membership.Word> word,
      Optional<Instant> completeAt,
      Optional<Instant> managedSince) {

    /** Empty where SCIM has no word to say on the person. */
    Optional<Absence> absence(String calledSo) {
      return deletedAt
          .<Absence>map(at -> new Absence.Deleted(calledSo, at))
          .or(() ->
              Membership.inForce(word, completeAt, managedSince)
                  .map(said ->
                      said.member()
                          ? new Absence.LeftOut(calledSo, said.saidAt())
                          : new Absence.TakenAway(calledSo, said.saidAt())));
    }
  }

  /** That a name is in the newest claim, with a group that bore it. */
  private record Claimed(String name, Instant at, Optional<Membership.Bearing> bearing) {}

  /**
   * Where a user does not belong although a claim or SCIM spoke of it, by name.
   *
   * @param belonging the groups where they do belong
   */
  List<Absence> of(Connection connection, UUID userId, Set<UUID> belonging) {
    Map<UUID, Spoken> spoken = new LinkedHashMap<>();
    words(connection, userId).forEach(one -> spoken.put(one.groupId(), one));
    Map<String, Absence> absences = new LinkedHashMap<>();
    spoken.values().stream()
        .filter(one -> one.deletedAt().isEmpty() && !belonging.contains(one.groupId()))
        .forEach(
            one -> one.absence(one.name()).ifPresent(absence -> absences.put(one.name(), absence)));
    claimed(connection, userId)
        .forEach((name, claims) ->
            missing(connection, claims, spoken, belonging)
                .ifPresent(absence -> absences.put(name, absence)));
    return absences.values().stream().sorted(Comparator.comparing(Absence::name)).toList();
  }

  private static Optional<Absence> missing(
      Connection connection, List<Claimed> claims, Map<UUID, Spoken> groups, Set<UUID> belonging) {
    Claimed claim = claims.getFirst();
    GroupFilter filter = connection.settings().claim().filter();
    if (!filter.matches(claim.name())) {
      return Optional.of(new Absence.Filtered(claim.name(), claim.at()));
    }
    List<Membership.Bearing> bearings =
        claims.stream().flatMap(one -> one.bearing().stream()).toList();
    return Membership.meant(bearings, claim.at())
        .filter(group -> !belonging.contains(group))
        .map(groups::get)
        .flatMap(group -> group.absence(claim.name()));
  }

  /** The names in force, each with the groups that bore it. */
  private Map<String, List<Claimed>> claimed(Connection connection, UUID userId) {
    return jdbc
        .sql(
            """
            select c.name, c.claimed_at, b.group_id, b.borne_from, b.borne_until
            from claim_names c
            left join group_names b on b.organization_id = c.organization_id
              and b.connection_id = c.connection_id and b.name = c.name
            where c.organization_id = ? and c.user_id = ? and c.connection_id = ?
            order by c.claimed_at desc, c.name
            """)
        .params(connection.organizationId(), userId, connection.id())
        .query(Absences::claimed)
        .stream()
        .collect(Collectors.groupingBy(Claimed::name, LinkedHashMap::new, Collectors.toList()));
  }

  private static Claimed claimed(ResultSet row, int number) throws SQLException {
    UUID group = row.getObject("group_id", UUID.class);
    return new Claimed(
        row.getString("name"),
        Sql.instant(row, "claimed_at"),
        group == null
            ? Optional.empty()
            : Optional.of(
                new Membership.Bearing(
                    group,
                    Sql.instant(row, "borne_from"),
                    Sql.optionalInstant(row, "borne_until"))));
  }

  /** Every group with a word on the user, and every one that a claim of theirs may mean. */
  private List<Spoken> words(Connection connection, UUID userId) {
    return new ArrayList<>(
        jdbc.sql(
                """
                select g.group_id, g.shown_name, g.deleted_at, g.complete_at, w.member, w.said_at,
                       u.scim_managed_since
                from groups g
                join users u on u.organization_id = g.organization_id and u.user_id = :user
                left join scim_words w on w.organization_id = g.organization_id
                  and w.group_id = g.group_id and w.user_id = u.user_id
                where g.organization_id = :organization and g.connection_id = :connection
                  and g.group_id in (
                    select s.group_id from scim_words s
                    where s.organization_id = :organization and s.user_id = :user
                    union
                    select b.group_id from claim_names c
                    join group_names b on b.organization_id = c.organization_id
                      and b.connection_id = c.connection_id and b.name = c.name
                    where c.organization_id = :organization and c.user_id = :user)
                """)
            .param("organization", connection.organizationId())
            .param("connection", connection.id())
            .param("user", userId)
            .query(Absences::spoken)
            .list());
  }

  private static Spoken spoken(ResultSet row, int number) throws SQLException {
    boolean member = row.getBoolean("member");
    return new Spoken(
        row.getObject("group_id", UUID.class),
        row.getString("shown_name"),
        Sql.optionalInstant(row, "deleted_at"),
        Sql.optionalInstant(row, "said_at").map(at -> new Membership.Word(member, at)),
        Sql.optionalInstant(row, "complete_at"),
        Sql.optionalInstant(row, "scim_managed_since"));
  }
}
