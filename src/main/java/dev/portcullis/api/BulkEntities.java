package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.EntityWriteOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The reply to several entities at once: which were stored, and what is wrong with the others. */
final class BulkEntities {

  /**
   * An entity that was stored.
   *
   * @param index its place in the request
   * @param additionalData what is shown this once
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Stored(
      boolean created,
      String identifier,
      int index,
      EntitiesController.@Nullable AdditionalParts additionalData) {

    /** The same, where those that were made have been taken back. */
    Stored withoutCredentials() {
      return new Stored(created, identifier, index, null);
    }
  }

  /** One that was not. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Failed(
      Optional<String> identifier, int index, int statusCode, String error, String message) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BulkReply(
      boolean ok,
      List<Stored> entities,
      List<Failed> errors,
      @Nullable AccessPreviewRepresentation preview) {}

  private final List<Stored> stored = new ArrayList<>();
  private final List<Failed> failed = new ArrayList<>();

  /** Takes in what became of one. */
  void add(int index, Optional<String> identifier, String blueprint, EntityWriteOutcome outcome) {
    try {
      EntityFaults.Written written = EntityFaults.written(blueprint, outcome);
      stored.add(
          new Stored(
              written.isNew(),
              written.entity().identifier(),
              index,
              EntitiesController.AdditionalParts.of(written)));
    } catch (RequestFault fault) {
      fail(index, identifier, fault.error());
    }
  }

  void fail(int index, Optional<String> identifier, PortError error) {
    failed.add(new Failed(identifier, index, error.status(), error.code(), error.message()));
  }

  /**
   * All of it.
   *
   * @param preview what storing them would do, where that is all that was asked
   */
  ResponseEntity<BulkReply> response(@Nullable AccessPreviewRepresentation preview) {
    failed.sort(Comparator.comparingInt(Failed::index));
    List<Stored> told =
        preview == null ? stored : stored.stream().map(Stored::withoutCredentials).toList();
    return ResponseEntity.status(failed.isEmpty() ? HttpStatus.OK : HttpStatus.MULTI_STATUS)
        .body(new BulkReply(true, List.copyOf(told), List.copyOf(failed), preview));
  }
}
