package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What groups are called: which one bore which name when, under which identifier a team is known
 * for good, and under which name it is shown.
 */
@Component
class GroupNames {

  /** Port's pattern of an entity's identifier; one that begins with {@code _} is the portal's. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?!_)(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/=-]+");

  private static final int TRIES = 10_000;

  private final JdbcClient jdbc;

  GroupNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An identifier that no team of the organization ever had: the name itself, else a slug. */
  String identifierFor(UUID organizationId, String displayName) {
    Stream<String> asItIs =
        IDENTIFIER.matcher(displayName).matches() ? Stream.of(displayName) : Stream.empty();
    return firstFree(
        asItIs, slug(displayName), "-", text -> isIdentifierFree(organizationId, text));
  }

  /** A name that no other team of the organization is shown under now. */
  String shownNameFor(Connection connection, String displayName) {
    UUID organizationId = connection.organizationId();
    return firstFree(
        Stream.of(displayName),
        displayName + " (" + connection.name() + ")",
        " ",
        text -> isShownNameFree(organizationId, text));
  }

  private static String firstFree(
      Stream<String> preferred, String otherwise, String gap, Predicate<String> free) {
    Stream<String> numbered =
        IntStream.rangeClosed(2, TRIES).mapToObj(number -> otherwise + gap + number);
    return Stream.of(preferred, Stream.of(otherwise), numbered)
        .flatMap(names -> names)
        .filter(free)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free name in " + TRIES));
  }

  static String slug(String displayName) {
    String plain = Normalizer.normalize(displayName, Normalizer.Form.NFKD);
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "team" : slug;
  }

  /** Whether a text may be a team's identifier. */
  static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches();
  }

  /** Whether no team of the organization ever had that identifier. */
  boolean isIdentifierFree(UUID organizationId, String identifier) {
    return jdbc.sql(
                "select count(*) from team_identifiers where organization_id = ? and identifier ="
                    + " ?")
            .params(organizationId, identifier)
            .query(Long.class)
            .single()
        == 0;
  }

  /** Whether no team of the organization is shown under that name now. */
  boolean isShownNameFree(UUID organizationId, String name) {
    return jdbc.sql(
                "select count(*) from groups where organization_id = ? and shown_name_in_use = ?")
            .params(organizationId, name)
            .query(Long.class)
            .single()
        == 0;
  }

  /** Writes down that a group is known under its identifier, for good. */
  void identify(Group group) {
    jdbc.sql(
            "insert into team_identifiers (organization_id, identifier, group_id) values (?, ?, ?)")
        .params(group.organizationId(), group.identifier(), group.id())
        .update();
  }

  /** Writes down that a group bears its name from now on. */
  void bear(Group group, Connection connection, Instant from) {
    jdbc.sql(
            """
            insert into group_names (organization_id, connection_id, name, borne_from, group_id)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            group.organizationId(),
            connection.id(),
            group.displayName(),
            Sql.timestamp(from),
            group.id())
        .update();
  }

  /** Writes down that a group bears its name no longer. */
  void drop(Group group, Instant at) {
    jdbc.sql(
            """
            update group_names set borne_until = ?
            where organization_id = ? and group_id = ? and borne_until is null
            """)
        .params(Sql.timestamp(at), group.organizationId(), group.id())
        .update();
  }

  /** Lets everything that ever meant one group mean another. */
  void pass(Group from, Group to) {
    for (String change :
        List.of(
            "team_identifiers set group_id = ?",
            "group_names set inherited = true, group_id = ?")) {
      jdbc.sql("update " + change + " where organization_id = ? and group_id = ?")
          .params(to.id(), from.organizationId(), from.id())
          .update();
    }
  }
}
