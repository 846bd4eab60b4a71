package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells applications and people why a sign-in came to nothing, and takes it down. */
@Component
class BrowserRefusals {

  private static final int SEE_OTHER = 303;

  private final SignInRecords records;
  private final RefusalAllowance allowance;

  BrowserRefusals(SignInRecords records, RefusalAllowance allowance) {
    this.records = records;
    this.allowance = allowance;
  }

  /** One request of a browser that is known to be about a connection. */
  record Request(Connection connection, String path, String traceId, Instant at) {

    Caller caller() {
      return new Caller(connection.organizationId(), new Actor.Server(), traceId);
    }
  }

  /** Tells at the destination, as far as there is one to tell. */
  BrowserRefused told(Request request, Optional<Destination> destination, SignInOutcome outcome) {
    BrowserRefused told = told(destination, outcome);
    int status =
        switch (told) {
          case BrowserRefused.ToApplication _ -> SEE_OTHER;
          case BrowserRefused.Page(BrowserRefusal refusal) -> refusal.status();
        };
    if (allowance.take(request.connection().id())) {
      records.add(
          request.caller(),
          new SignInRecords.Line("GET", request.path(), status),
          request.connection(),
          Conclusion.of(outcome),
          request.at());
    }
    return told;
  }

  /** The same for what is taken down already, or nobody's. */
  static BrowserRefused told(Optional<Destination> destination, SignInOutcome outcome) {
    BrowserRefusal refusal = BrowserRefusal.of(outcome);
    return destination.orElse(null) instanceof Destination.Application application
        ? new BrowserRefused.ToApplication(ReturnAddresses.withError(application, refusal))
        : new BrowserRefused.Page(refusal);
  }
}
