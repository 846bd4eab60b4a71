package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes down how sign-ins of browsers end, and tells applications and people why not well. */
@Component
class BrowserEndings {

  private static final int SEE_OTHER = 303;

  private final SignInRecords records;
  private final RefusalAllowance allowance;

  BrowserEndings(SignInRecords records, RefusalAllowance allowance) {
    this.records = records;
    this.allowance = allowance;
  }

  /** One request of a browser that is known to be about a connection. */
  record Request(Connection connection, String path, String traceId, Instant at) {

    Caller caller() {
      return new Caller(connection.organizationId(), new Actor.Server(), traceId);
    }
  }

  /** Tells at the destination, as far as there is one to tell, and takes it down within bounds. */
  BrowserRefused told(Request request, Optional<Destination> destination, SignInOutcome outcome) {
    BrowserRefused told = told(destination, outcome);
    if (allowance.take(request.connection().id())) {
      record(request, Conclusion.of(outcome), status(told));
    }
    return told;
  }

  /** The same for a person whom the provider vouches for, who are not too many to take down. */
  BrowserRefused told(Request request, Destination destination, Conclusion conclusion) {
    BrowserRefused told = told(Optional.of(destination), conclusion.outcome());
    record(request, conclusion, status(told));
    return told;
  }

  /** Takes down that somebody was let in. */
  void admitted(Request request, Conclusion conclusion) {
    record(request, conclusion, SEE_OTHER);
  }

  private void record(Request request, Conclusion conclusion, int status) {
    records.add(
        request.caller(),
        new SignInRecords.Line("GET", request.path(), status),
        request.connection(),
        conclusion,
        request.at());
  }

  private static int status(BrowserRefused told) {
    return switch (told) {
      case BrowserRefused.ToApplication _ -> SEE_OTHER;
      case BrowserRefused.Page(BrowserRefusal refusal) -> refusal.status();
    };
  }

  /** Tells what is nobody's to take down. */
  static BrowserRefused told(Optional<Destination> destination, SignInOutcome outcome) {
    BrowserRefusal refusal = BrowserRefusal.of(outcome);
    return destination.orElse(null) instanceof Destination.Application application
        ? new BrowserRefused.ToApplication(ReturnAddresses.withError(application, refusal))
        : new BrowserRefused.Page(refusal);
  }
}
