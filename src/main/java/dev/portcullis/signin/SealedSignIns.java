package dev.portcullis.signin;

import dev.portcullis.organization.MasterKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts sign-ins that are under way into a form that a browser can keep but not read or change. */
@Component
class SealedSignIns {

  private static final String PURPOSE = "sign-in under way";

  private final MasterKey masterKey;
  private final JsonMapper json;

  SealedSignIns(MasterKey masterKey, JsonMapper json) {
    this.masterKey = masterKey;
    this.json = json;
  }

  /** With short names, for cookies are small. */
  private record Text(
      UUID o,
      UUID c,
      String p,
      String s,
      String n,
      String v,
      long at,
      @Nullable UUID b,
      @Nullable String a,
      @Nullable String r,
      @Nullable String h,
      @Nullable String x) {}

  String seal(PendingSignIn pending) {
    Optional<PendingSignIn.Asker> asker = pending.asker();
    Text text =
        new Text(
            pending.organizationId(),
            pending.connectionId(),
            pending.provider(),
            pending.state(),
            pending.nonce(),
            pending.verifier(),
            pending.startedAt().toEpochMilli(),
            pending.besides().orElse(null),
            asker.map(PendingSignIn.Asker::clientId).orElse(null),
            asker.map(PendingSignIn.Asker::redirectUriHash).orElse(null),
            asker.flatMap(PendingSignIn.Asker::challenge).orElse(null),
            asker.flatMap(PendingSignIn.Asker::state).orElse(null));
    return masterKey.seal(PURPOSE, json.writeValueAsString(text));
  }

  /** What was sealed; empty for whatever we did not seal ourselves. */
  Optional<PendingSignIn> open(String sealed) {
    return masterKey.opened(PURPOSE, sealed).map(text -> pending(json.readValue(text, Text.class)));
  }

  private static PendingSignIn pending(Text text) {
    return new PendingSignIn(
        text.o(),
        text.c(),
        text.p(),
        text.s(),
        text.n(),
        text.v(),
        Optional.ofNullable(text.b()),
        asker(text),
        Instant.ofEpochMilli(text.at()));
  }

  private static Optional<PendingSignIn.Asker> asker(Text text) {
    return text.a() == null || text.r() == null
        ? Optional.empty()
        : Optional.of(
            new PendingSignIn.Asker(
                text.a(), text.r(), Optional.ofNullable(text.h()), Optional.ofNullable(text.x())));
  }
}
