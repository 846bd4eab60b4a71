package dev.portcullis.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows sign-ins as events of the log: who came, through what, and which teams it changed. */
@Component
class RecordedSignInEvents {

  private static final String ACTION = "SIGN_IN";
  private static final String PERSON = "user";
  private static final String NOBODY = "identity-provider";

  private final JdbcClient jdbc;
  private final RecordedSignInRow row;
  private final JsonMapper json;

  RecordedSignInEvents(JdbcClient jdbc, RecordedSignInRow row, JsonMapper json) {
    this.jdbc = jdbc;
    this.row = row;
    this.json = json;
  }

  List<LoggedEvent> find(UUID organizationId, LogQuery query, LogPosition behind, int limit) {
    boolean wanted =
        query.wants(LoggedEvent.SIGN_IN)
            && !query.isAboutEntries()
            && query.actions().filter(actions -> !actions.contains(ACTION)).isEmpty()
            && (query.wantsActor(PERSON) || query.wantsActor(NOBODY));
    if (!wanted) {
      return List.of();
    }
    Conditions conditions =
        new Conditions(organizationId, "sign_in_id", behind, limit).narrowedBy(query);
    query
        .succeeded()
        .ifPresent(accepted ->
            conditions.with(
                accepted ? "outcome = :accepted" : "outcome <> :accepted",
                "accepted",
                RecordedSignIn.ACCEPTED));
    if (!query.wantsActor(PERSON)) {
      conditions.with("user_id is null");
    }
    if (!query.wantsActor(NOBODY)) {
      conditions.with("user_id is not null");
    }
    return jdbc
        .sql(
            """
            select sign_in_id, connection_id, at, trace_id, user_id, subject, email, created,
                   outcome, explanation, claim_verdict, claim_source, held_because, brought
            from sign_ins
            """
                + conditions.sql())
        .params(conditions.parameters())
        .query(row::signIn)
        .list()
        .stream()
        .map(this::event)
        .toList();
  }

  private LoggedEvent event(RecordedSignIn signIn) {
    Optional<String> user = signIn.person().userId().map(UUID::toString);
    boolean accepted = signIn.outcome().equals(RecordedSignIn.ACCEPTED);
    return new LoggedEvent(
        signIn.id(),
        signIn.at(),
        ACTION,
        LoggedEvent.SIGN_IN,
        user.or(signIn.person()::subject).orElse(""),
        accepted,
        user.isPresent() ? PERSON : NOBODY,
        user.orElse(signIn.connectionId().toString()),
        signIn.traceId(),
        Optional.empty(),
        teams(signIn.teams().removed()),
        teams(signIn.teams().added()),
        more(signIn),
        accepted ? Optional.empty() : signIn.explanation().or(() -> Optional.of(signIn.outcome())),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private Optional<String> teams(NameSample sample) {
    return sample.count() == 0
        ? Optional.empty()
        : Optional.of(json.writeValueAsString(Map.of("teams", sample.names())));
  }

  private static Map<String, Object> more(RecordedSignIn signIn) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("outcome", signIn.outcome());
    more.put("connectionId", signIn.connectionId().toString());
    more.put("created", signIn.person().created());
    signIn.person().subject().ifPresent(subject -> more.put("subject", subject));
    signIn.person().email().ifPresent(email -> more.put("email", email));
    signIn.claim().ifPresent(claim -> more.put("claim", claim.verdict()));
    more.put("teamsAdded", signIn.teams().added().count());
    more.put("teamsRemoved", signIn.teams().removed().count());
    return more;
  }
}
