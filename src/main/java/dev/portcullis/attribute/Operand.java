package dev.portcullis.attribute;

import java.math.BigDecimal;
import java.time.Instant;

/** What an attribute is compared with; its kind is the attribute's. */
public sealed interface Operand {

  /** A text, as written. */
  record Text(String value) implements Operand {}

  /** A number. */
  record Number(BigDecimal value) implements Operand {}

  /** True or false. */
  record Truth(boolean value) implements Operand {}

  /** A moment, however exact. */
  record Moment(Instant value) implements Operand {}
}
