package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.List;
import java.util.stream.Stream;

/**
 * The value under which a group shows a member, a row {@code m} of users: the id, or of a parked
 * one what the push called it, whose case counts always.
 */
record MemberValueColumn(Column id) implements Column {

  private static final SqlPart HERE = SqlPart.of("m.status <> 'PARKED'");
  private static final SqlPart PARKED = SqlPart.of("m.status = 'PARKED'");
  private static final TextColumn SENT = TextColumn.exact(SqlPart.of("m.external_id"));

  MemberValueColumn() {
    this(new IdColumn("m.user_id", ""));
  }

  @Override
  public Column as(Kind kind) {
    return new MemberValueColumn(id.as(kind));
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
            SENT.equal(operand).stream().map(one -> SqlPart.all(List.of(PARKED, one))))
        .toList();
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
