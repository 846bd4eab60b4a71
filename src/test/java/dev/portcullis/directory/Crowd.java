package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people at once: written as sets behind the doorway's back, as the doorway would. */
final class Crowd {

  private final DirectoryWorld world;
  private final JdbcClient jdbc;
  private int born;

  Crowd(DirectoryWorld world) {
    this.world = world;
    this.jdbc = world.server.bean(JdbcClient.class);
  }

  /** Makes people with a user name, an e-mail, a family name that many share, and half a title. */
  List<UUID> make(int count) {
    int first = born;
    born += count;
    List<UUID> ids = IntStream.range(0, count).mapToObj(_ -> TimeOrderedId.next()).toList();
    IntFunction<String> userName = i -> "User-" + (first + i) + "@acme.test";
    insertUsers(ids, texts(count, userName));
    insertValues("emails.value", ids, texts(count, userName));
    insertValues("name.familyname", ids, texts(count, i -> "Family " + (first + i) % 500));
    List<UUID> titled = ids.subList(0, count / 2);
    insertValues("title", titled, texts(titled.size(), _ -> "Engineer"));
    return ids;
  }

  private static List<String> texts(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).toList();
  }

  private void insertUsers(List<UUID> ids, List<String> names) {
    jdbc.sql(
            """
            insert into users
              (organization_id, user_id, connection_id, status, user_name, user_name_key,
               external_id, external_id_key, attributes, role_by_hand, credential_epoch,
               scim_managed_since, version, created_at, updated_at)
            select ?, s.id, ?, 'ACTIVE', s.name, s.name_key, s.name, s.name,
                   '{"name":{"familyName":"Somebody"},"emails":[{"value":"someone@acme.test"}]}',
                   'Member', 0, current_timestamp, 1, current_timestamp, current_timestamp
            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array))
              as s(id, name, name_key)
            """)
        .params(
            world.connection.organizationId(),
            world.connection.id(),
            Sql.array("uuid", ids),
            Sql.array("varchar", names),
            Sql.array("varchar", names.stream().map(CaseFold::of).toList()))
        .update();
  }

  private void insertValues(String path, List<UUID> ids, List<String> texts) {
    List<String> folded = texts.stream().map(CaseFold::of).toList();
    jdbc.sql(
            """
            insert into user_values
              (organization_id, user_id, connection_id, path, element, part, leading_value,
               exact_text, folded_text, folded_hash)
            select ?, s.id, ?, ?, 0, 0, true, s.exact_text, s.folded_text, s.folded_hash
            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array),
                cast(? as integer array)) as s(id, exact_text, folded_text, folded_hash)
            """)
        .params(
            world.connection.organizationId(),
            world.connection.id(),
            path,
            Sql.array("uuid", ids),
            Sql.array("varchar", texts),
            Sql.array("varchar", folded),
            Sql.array("integer", folded.stream().map(String::hashCode).toList()))
        .update();
  }

  /** Gives people another family name, by which they come elsewhere in the order. */
  void rename(Collection<UUID> ids, String familyName) {
    change(
        """
        update user_values set exact_text = ?, folded_text = ?
        where path = 'name.familyname' and organization_id = ? and user_id in (%s)
        """,
        List.of(familyName, CaseFold.of(familyName)), ids);
  }

  /** Leaves nothing but tombstones of people. */
  void delete(Collection<UUID> ids) {
    change(
        """
        update users set status = 'DELETED', user_name_key = null, external_id_key = null
        where organization_id = ? and user_id in (%s)
        """,
        List.of(), ids);
  }

  private void change(String sql, List<String> values, Collection<UUID> ids) {
    List<Object> parameters = new ArrayList<>(values);
    parameters.add(world.connection.organizationId());
    parameters.addAll(ids);
    jdbc.sql(sql.formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))))
        .params(parameters)
        .update();
  }

  /** Puts people into a group by SCIM's word. */
  void join(Group group, Collection<UUID> ids) {
    jdbc.sql(
            """
            insert into scim_words (organization_id, group_id, user_id, member, said_at, trace_id)
            select ?, ?, s.id, true, current_timestamp, '0' from unnest(cast(? as uuid array)) as s(id)
            """)
        .params(group.organizationId(), group.id(), Sql.array("uuid", ids))
        .update();
  }
}
