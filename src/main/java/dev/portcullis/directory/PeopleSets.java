package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.directory.query.Ids;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds people as {@link UserSearch} does, and what decides about their rights, many at once: each
 * method takes as many statements as it says, however many people it is about.
 */
@Component
class PeopleSets {

  private static final String SELECT =
      "select "
          + UserRow.COLUMNS
          + ", u.user_name_key, h.handle,"
          + " case when c.connection_id is null or (c.enabled and c.deleted_at is null)"
          + " then true else false end as connection_enabled ";

  private static final String JOINED =
      """
       left join connections c
         on c.organization_id = u.organization_id and c.connection_id = u.connection_id
       left join handles h
         on h.organization_id = u.organization_id and h.user_id = u.user_id and h.borne
      """;

  private final JdbcClient jdbc;
  private final UserRow row;
  private final MembershipRows memberships;

  PeopleSets(JdbcClient jdbc, UserRow row, MembershipRows memberships) {
    this.jdbc = jdbc;
    this.row = row;
    this.memberships = memberships;
  }

  private record Found(
      User user, boolean connectionEnabled, Optional<String> handle, String userNameKey) {

    SubjectOutcome outcome() {
      return new SubjectOutcome.Found(user, connectionEnabled);
    }
  }

  /** Three statements. */
  Map<String, SubjectOutcome> subjects(UUID organizationId, Collection<String> identifiers) {
    Set<String> plain =
        identifiers.stream().filter(PlainText::isPlain).collect(Collectors.toUnmodifiableSet());
    Map<String, UUID> ids = ids(organizationId, plain);
    Map<UUID, Found> byId = byId(organizationId, Set.copyOf(ids.values()));
    Map<String, SubjectOutcome> outcomes = new HashMap<>();
    List<String> others = new ArrayList<>();
    for (String identifier : identifiers) {
      UUID id = ids.get(identifier);
      Found found = id == null ? null : byId.get(id);
      if (found != null) {
        outcomes.put(identifier, found.outcome());
      } else if (plain.contains(identifier)) {
        others.add(identifier);
      }
    }
    outcomes.putAll(byUserName(organizationId, others));
    identifiers.forEach(
        identifier -> outcomes.putIfAbsent(identifier, new SubjectOutcome.Unknown()));
    return outcomes;
  }

  /** The ids that the identifiers are or, as handles, mean. */
  private Map<String, UUID> ids(UUID organizationId, Set<String> identifiers) {
    Map<String, UUID> ids = new HashMap<>();
    Map<String, List<String>> byHandle = new HashMap<>();
    for (String identifier : identifiers) {
      Ids.parse(identifier)
          .ifPresentOrElse(
              id -> ids.put(identifier, id),
              () ->
                  byHandle
                      .computeIfAbsent(CaseFold.of(identifier), _ -> new ArrayList<>())
                      .add(identifier));
    }
    if (!byHandle.isEmpty()) {
      jdbc.sql(
              """
              select h.handle, h.user_id
              from unnest(cast(? as uuid array), cast(? as varchar array))
                as s(organization_id, handle)
              join handles h on h.organization_id = s.organization_id and h.handle = s.handle
              where h.borne
              """)
          .params(
              Sql.repeated("uuid", organizationId, byHandle.keySet()),
              Sql.array("varchar", byHandle.keySet()))
          .query(found -> {
            UUID id = found.getObject("user_id", UUID.class);
            byHandle
                .getOrDefault(found.getString("handle"), List.of())
                .forEach(identifier -> ids.put(identifier, id));
          });
    }
    return ids;
  }

  private Map<UUID, Found> byId(UUID organizationId, Set<UUID> ids) {
    Map<UUID, Found> found = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              SELECT
                  + """
                  from unnest(cast(? as uuid array), cast(? as uuid array))
                    as s(organization_id, user_id)
                  join users u on u.organization_id = s.organization_id and u.user_id = s.user_id
                  """
                  + JOINED
                  + " where true"
                  + Users.VISIBLE)
          .params(Sql.repeated("uuid", organizationId, ids), Sql.array("uuid", ids))
          .query(this::found)
          .list()
          .forEach(each -> found.put(each.user().id(), each));
    }
    return found;
  }

  /** Who is left of a deleted connection must not stand in the way of who came after. */
  private Map<String, SubjectOutcome> byUserName(UUID organizationId, List<String> identifiers) {
    Map<String, List<SubjectOutcome>> byKey = new HashMap<>();
    Set<String> keys = identifiers.stream().map(CaseFold::of).collect(Collectors.toSet());
    if (!keys.isEmpty()) {
      jdbc.sql(
              SELECT
                  + """
                  from unnest(cast(? as uuid array), cast(? as varchar array))
                    as s(organization_id, user_name_key)
                  join users u
                    on u.organization_id = s.organization_id and u.user_name_key = s.user_name_key
                  """
                  + JOINED
                  + " where c.deleted_at is null"
                  + Users.VISIBLE)
          .params(Sql.repeated("uuid", organizationId, keys), Sql.array("varchar", keys))
          .query(this::found)
          .list()
          .forEach(each ->
              byKey
                  .computeIfAbsent(each.userNameKey(), _ -> new ArrayList<>())
                  .add(each.outcome()));
    }
    Map<String, SubjectOutcome> outcomes = new HashMap<>();
    for (String identifier : identifiers) {
      List<SubjectOutcome> found = byKey.getOrDefault(CaseFold.of(identifier), List.of());
      outcomes.put(
          identifier,
          found.size() == 1
              ? found.getFirst()
              : found.isEmpty() ? new SubjectOutcome.Unknown() : new SubjectOutcome.Ambiguous());
    }
    return outcomes;
  }

  /** Three statements. */
  Map<UUID, PersonDetails> details(UUID organizationId, Collection<UUID> userIds) {
    if (userIds.isEmpty()) {
      return Map.of();
    }
    Map<UUID, String> handles = new HashMap<>();
    jdbc.sql(
            """
            select h.user_id, h.handle
            from unnest(cast(? as uuid array), cast(? as uuid array)) as s(organization_id, user_id)
            join handles h on h.organization_id = s.organization_id and h.user_id = s.user_id
            where h.borne
            """)
        .params(Sql.repeated("uuid", organizationId, userIds), Sql.array("uuid", userIds))
        .query(found -> {
          handles.put(found.getObject("user_id", UUID.class), found.getString("handle"));
        });
    Map<UUID, List<Belonging>> belongings = memberships.of(organizationId, userIds);
    Map<UUID, List<String>> teams = teams(organizationId, belongings);
    Map<UUID, PersonDetails> details = new HashMap<>();
    userIds.forEach(id ->
        details.put(id, details(Optional.ofNullable(handles.get(id)), belongings.get(id), teams)));
    return details;
  }

  /** Three statements. */
  List<KnownPerson> after(UUID organizationId, Optional<UUID> after, int limit) {
    List<Found> people =
        jdbc.sql(
                SELECT
                    + "from users u"
                    + JOINED
                    + " where u.organization_id = ?"
                    + (after.isPresent() ? " and u.user_id > ?" : "")
                    + Users.VISIBLE
                    + " order by u.user_id fetch first "
                    + limit
                    + " rows only")
            .params(
                after
                    .<List<Object>>map(id -> List.of(organizationId, id))
                    .orElse(List.of(organizationId)))
            .query(this::found)
            .list();
    if (people.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Belonging>> belongings =
        memberships.between(
            organizationId, people.getFirst().user().id(), people.getLast().user().id());
    Map<UUID, List<String>> teams = teams(organizationId, belongings);
    return people.stream()
        .map(found ->
            new KnownPerson(
                found.user(),
                found.connectionEnabled(),
                details(found.handle(), belongings.get(found.user().id()), teams)))
        .toList();
  }

  private Map<UUID, List<String>> teams(
      UUID organizationId, Map<UUID, List<Belonging>> belongings) {
    return memberships.identifiersOf(
        organizationId,
        belongings.values().stream()
            .flatMap(List::stream)
            .map(Belonging::groupId)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static PersonDetails details(
      Optional<String> handle,
      @Nullable List<Belonging> belongings,
      Map<UUID, List<String>> identifiers) {
    List<Belonging> where = belongings == null ? List.of() : belongings;
    Map<String, UUID> teams = new LinkedHashMap<>();
    where.forEach(belonging ->
        identifiers
            .getOrDefault(belonging.groupId(), List.of())
            .forEach(identifier -> teams.put(identifier, belonging.groupId())));
    return new PersonDetails(handle, where, teams);
  }

  private Found found(ResultSet found, int number) throws SQLException {
    String userNameKey = found.getString("user_name_key");
    return new Found(
        row.mapRow(found, number),
        found.getBoolean("connection_enabled"),
        Optional.ofNullable(found.getString("handle")),
        userNameKey == null ? "" : userNameKey);
  }
}
