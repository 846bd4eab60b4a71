package dev.portcullis.audit;

import dev.portcullis.audit.RecordedSignIn.Claim;
import dev.portcullis.audit.RecordedSignIn.Person;
import dev.portcullis.audit.RecordedSignIn.Teams;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a sign-in lies in its row. */
@Component
class RecordedSignInRow {

  private final JsonMapper json;

  RecordedSignInRow(JsonMapper json) {
    this.json = json;
  }

  /** What is only shown, as the JSON of one column has it. */
  record Brought(
      NameSample matched,
      NameSample ignored,
      NameSample added,
      NameSample removed,
      NameSample kept,
      List<String> warnings) {

    static Brought of(RecordedSignIn signIn) {
      return new Brought(
          signIn.claim().map(Claim::matched).orElse(NameSample.NONE),
          signIn.claim().map(Claim::ignored).orElse(NameSample.NONE),
          signIn.teams().added(),
          signIn.teams().removed(),
          signIn.teams().kept(),
          signIn.warnings());
    }
  }

  Map<String, @Nullable Object> columns(RecordedSignIn signIn) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("id", signIn.id());
    columns.put("connection", signIn.connectionId());
    columns.put("at", Sql.timestamp(signIn.at()));
    columns.put("trace", signIn.traceId());
    columns.put("user", signIn.person().userId().orElse(null));
    columns.put("subject", signIn.person().subject().orElse(null));
    columns.put("email", signIn.person().email().orElse(null));
    columns.put("emailKey", signIn.person().email().map(RecordedSignIns::key).orElse(null));
    columns.put("created", signIn.person().created());
    columns.put("outcome", signIn.outcome());
    columns.put("explanation", signIn.explanation().orElse(null));
    columns.put("verdict", signIn.claim().map(Claim::verdict).orElse(null));
    columns.put("source", signIn.claim().map(claim -> claim.source().name()).orElse(null));
    columns.put("heldBecause", signIn.claim().flatMap(Claim::heldBecause).orElse(null));
    columns.put("brought", json.writeValueAsString(Brought.of(signIn)));
    return columns;
  }

  RecordedSignIn signIn(ResultSet row, int number) throws SQLException {
    Brought brought = json.readValue(row.getString("brought"), Brought.class);
    return new RecordedSignIn(
        row.getObject("sign_in_id", UUID.class),
        Sql.instant(row, "at"),
        row.getString("trace_id"),
        row.getObject("connection_id", UUID.class),
        person(row),
        row.getString("outcome"),
        Optional.ofNullable(row.getString("explanation")),
        claim(row, brought),
        new Teams(brought.added(), brought.removed(), brought.kept()),
        brought.warnings());
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        Optional.ofNullable(row.getObject("user_id", UUID.class)),
        Optional.ofNullable(row.getString("subject")),
        Optional.ofNullable(row.getString("email")),
        row.getBoolean("created"));
  }

  private static Optional<Claim> claim(ResultSet row, Brought brought) throws SQLException {
    String verdict = row.getString("claim_verdict");
    if (verdict == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            verdict,
            Claim.Source.valueOf(row.getString("claim_source")),
            Optional.ofNullable(row.getString("held_because")),
            brought.matched(),
            brought.ignored()));
  }
}
