package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.directory.query.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by what somebody calls them. */
@Component
class UserSearch {

  private final JdbcClient jdbc;
  private final Handles handles;
  private final UserRow row;

  UserSearch(JdbcClient jdbc, Handles handles, UserRow row) {
    this.jdbc = jdbc;
    this.handles = handles;
    this.row = row;
  }

  /** Whom an identifier means in an organization: by id, then by handle, then by user name. */
  SubjectOutcome subject(UUID organizationId, String identifier) {
    if (!PlainText.isPlain(identifier)) {
      return new SubjectOutcome.Unknown();
    }
    Optional<UUID> id = Ids.parse(identifier).or(() -> handles.user(organizationId, identifier));
    List<SubjectOutcome> found =
        id.map(userId -> people(organizationId, " and u.user_id = ?", userId)).orElse(List.of());
    if (found.isEmpty()) {
      // Who is left of a deleted connection must not stand in the way of who came after.
      found =
          people(
              organizationId,
              " and u.user_name_key = ? and c.deleted_at is null",
              CaseFold.of(identifier));
    }
    return switch (found.size()) {
      case 0 -> new SubjectOutcome.Unknown();
      case 1 -> found.getFirst();
      default -> new SubjectOutcome.Ambiguous();
    };
  }

  private List<SubjectOutcome> people(UUID organizationId, String condition, Object value) {
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + ", case when c.connection_id is null or (c.enabled and c.deleted_at is null)"
                + " then true else false end as connection_enabled from users u"
                + " left join connections c on c.organization_id = u.organization_id"
                + " and c.connection_id = u.connection_id where u.organization_id = ?"
                + condition
                + Users.VISIBLE)
        .params(organizationId, value)
        .query((found, number) ->
            (SubjectOutcome)
                new SubjectOutcome.Found(
                    row.mapRow(found, number), found.getBoolean("connection_enabled")))
        .list();
  }
}
