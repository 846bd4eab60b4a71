package dev.portcullis.scim;

import dev.portcullis.directory.Directory;
import dev.portcullis.scim.bulk.BulkPlan;
import dev.portcullis.scim.message.BulkMessage;
import dev.portcullis.scim.message.BulkOperation;
import dev.portcullis.scim.message.ScimFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;

/**
 * Does the operations of one bulk request, each in its own transaction, and takes down how each
 * ended. Operations that refer to each other in a circle are one transaction: all of them are done,
 * or none is, so that nobody ever sees a resource without what it refers to.
 */
final class BulkRun {

  /** After so long no further operation is begun, for clients such as Okta give up after 60 s. */
  static final Duration PATIENCE = Duration.ofSeconds(50);

  private final BulkMessage message;
  private final ScimRequest request;
  private final BulkOperations endpoints;
  private final Directory directory;
  private final Deadline deadline;
  private final BulkTargets targets;
  private final Map<Integer, BulkResult> results = new TreeMap<>();
  private int errors;

  BulkRun(
      BulkMessage message,
      ScimRequest request,
      BulkOperations endpoints,
      Directory directory,
      Deadline deadline) {
    this.message = message;
    this.request = request;
    this.endpoints = endpoints;
    this.directory = directory;
    this.deadline = deadline;
    this.targets = new BulkTargets(message.operations());
  }

  /** The results of all operations that were done or failed, in the order of the request. */
  List<BulkResult> run() {
    int enough = message.failOnErrors().orElse(Integer.MAX_VALUE);
    for (BulkPlan.Step step : targets.plan().steps()) {
      if (errors >= enough) {
        break;
      }
      List<BulkOperation> operations =
          step.operations().stream().map(message.operations()::get).toList();
      if (step.circle()) {
        runTogether(operations);
      } else {
        run(operations.getFirst());
      }
    }
    return List.copyOf(results.values());
  }

  private void run(BulkOperation operation) {
    try {
      requireTime();
      targets.require(operation, Set.of());
      keep(performed(operation));
    } catch (RuntimeException problem) {
      fail(operation, fault(problem));
    }
  }

  private void runTogether(List<BulkOperation> circle) {
    BulkCircle together = new BulkCircle(circle, targets, this::performed, this::completed);
    try {
      requireTime();
      together.requireTargets();
      directory.together(together::run).forEach(this::keep);
    } catch (RuntimeException problem) {
      targets.forget(circle);
      BulkOperation culprit = together.current();
      ScimFault fault = fault(problem);
      for (BulkOperation operation : circle) {
        fail(
            operation,
            operation == culprit ? together.ofCulprit(fault) : BulkCircle.ofOthers(culprit));
      }
    }
  }

  private BulkResult performed(BulkOperation operation) {
    BulkTarget target = BulkTarget.of(targets.path(operation));
    ResponseEntity<Object> reply = perform(operation.method(), target, operation);
    Optional<String> location =
        Optional.ofNullable(reply.getHeaders().getLocation())
            .map(Object::toString)
            .or(() -> target.location(request.locations()));
    location.ifPresent(address -> targets.made(operation, address));
    return new BulkResult(
        operation, reply.getStatusCode().value(), location, version(reply), Optional.empty());
  }

  /** Adds what a resource could not be made with, for its targets were not there yet. */
  private BulkResult completed(BulkResult made) {
    BulkOperation operation = made.operation();
    BulkTarget target = BulkTarget.of(targets.path(operation)).withId(targets.id(operation));
    ResponseEntity<Object> reply = perform(BulkOperation.Method.PUT, target, operation);
    return made.withVersion(version(reply));
  }

  private ResponseEntity<Object> perform(
      BulkOperation.Method method, BulkTarget target, BulkOperation operation) {
    Optional<String> version = operation.makesResource() ? Optional.empty() : operation.version();
    return endpoints.perform(
        method, target, request.of(new BulkSource(targets.data(operation), version)));
  }

  private static Optional<String> version(ResponseEntity<Object> reply) {
    return Optional.ofNullable(reply.getHeaders().getETag());
  }

  private void requireTime() {
    if (deadline.isPast()) {
      throw ScimFault.of(
          503,
          "the time for one bulk request, " + PATIENCE.toSeconds() + " s, is over: send it again");
    }
  }

  private ScimFault fault(RuntimeException problem) {
    return ScimFaultResponses.fault(request.caller().traceId(), problem);
  }

  private void keep(BulkResult result) {
    results.put(result.operation().number(), result);
  }

  private void fail(BulkOperation operation, ScimFault fault) {
    errors++;
    request.notes().add("operation " + operation.number() + ": " + fault.detail());
    keep(
        new BulkResult(
            operation,
            fault.status(),
            targets.location(operation, request.locations()),
            Optional.empty(),
            Optional.of(ScimFaultResponses.error(fault))));
  }
}
