package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.List;
import java.util.stream.Stream;

/**
 * The value under which a group shows a member, a row {@code m} of users that a row {@code w} of
 * words is about: the id, or of a parked one what the push called it, whose case counts always.
 */
record MemberValueColumn(Tenancy tenancy, Column id) implements Column {

  private static final SqlPart HERE = SqlPart.of("m.status <> 'PARKED'");
  private static final SqlPart PARKED = SqlPart.of("m.status = 'PARKED'");
  private static final TextColumn SENT = TextColumn.exact(SqlPart.of("m.external_id"));

  static MemberValueColumn of(Tenancy tenancy) {
    return new MemberValueColumn(tenancy, new IdColumn("m.user_id", ""));
  }

  @Override
  public Column as(Kind kind) {
    return new MemberValueColumn(tenancy, id.as(kind));
  }

  @Override
  public SqlPart compare(Comparison comparison, Operand operand) {
    return SqlPart.any(
        List.of(
            SqlPart.all(List.of(HERE, id.compare(comparison, operand))),
            SqlPart.all(List.of(PARKED, SENT.compare(comparison, operand)))));
  }

  @Override
  public List<SqlPart> equal(Operand operand) {
    return Stream.concat(
            id.equal(operand).stream().map(one -> SqlPart.all(List.of(HERE, one))),
            Stream.of(SqlPart.all(List.of(PARKED, parked(Column.text(operand))))))
        .toList();
  }

  /**
   * That it is the one of the words {@code w} about whoever bears an external id, of whom there is
   * one.
   */
  private SqlPart parked(String text) {
    return SqlPart.of(
        "w.user_id = (select p.user_id from users p"
            + " where p.organization_id = ? and p.connection_id = ? and p.external_id_key = ?)",
        tenancy.organizationId(),
        tenancy.connectionId(),
        text);
  }

  @Override
  public SqlPart present() {
    return SqlPart.TRUE;
  }

  @Override
  public SqlPart sortable() {
    return SqlPart.of(
        "cast(case when m.status = 'PARKED' then m.external_id"
            + " else cast(m.user_id as varchar(36)) end as code_point_text)");
  }

  @Override
  public Slot slot() {
    return Slot.TEXT;
  }
}
