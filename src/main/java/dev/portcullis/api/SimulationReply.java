package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.AccessAnswer;
import dev.portcullis.access.Simulation;
import java.util.List;
import java.util.Optional;

/** What somebody may do, or might, in a reply. */
record SimulationReply(boolean ok, Object simulation, List<String> warnings) {

  /** About one resource. */
  record OneRepresentation(boolean allowed, List<AccessReasonRepresentation> reasons) {

    static OneRepresentation of(AccessAnswer answer) {
      return new OneRepresentation(
          answer.allowed(), answer.reasons().stream().map(AccessReasonRepresentation::of).toList());
    }
  }

  /** About all stored entities. */
  record AllRepresentation(
      int allowed, int denied, boolean complete, List<EntityAnswerRepresentation> entities) {

    static AllRepresentation of(Simulation simulation) {
      return new AllRepresentation(
          simulation.allowed(),
          simulation.denied(),
          simulation.complete(),
          simulation.entities().stream().map(EntityAnswerRepresentation::of).toList());
    }
  }

  /** About one of them, with what grants it or what is nearest to it. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record EntityAnswerRepresentation(
      String identifier, boolean allowed, Optional<AccessReasonRepresentation> reason) {

    static EntityAnswerRepresentation of(Simulation.EntityAnswer answer) {
      return new EntityAnswerRepresentation(
          answer.identifier(),
          answer.allowed(),
          answer.reason().map(AccessReasonRepresentation::of));
    }
  }

  static SimulationReply of(Simulation simulation) {
    return new SimulationReply(
        true,
        simulation
            .answer()
            .<Object>map(OneRepresentation::of)
            .orElseGet(() -> AllRepresentation.of(simulation)),
        simulation.warnings());
  }
}
