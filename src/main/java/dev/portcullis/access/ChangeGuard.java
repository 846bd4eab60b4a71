package dev.portcullis.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An organization's guard against changes that take rights from many people at once.
 *
 * @param enabled whether it watches over the REST API
 * @param sharePercent of how many of 100 people rights may be taken without confirmation, 0 to 100
 * @param fewestPeople how many people it takes for the guard to look at the share, 1 or more
 */
public record ChangeGuard(boolean enabled, int sharePercent, int fewestPeople) {

  /** What holds while nobody said anything: off, so that Terraform works. */
  public static final ChangeGuard DEFAULT = new ChangeGuard(false, 20, 10);

  /** More people than any organization has. */
  private static final int MOST_PEOPLE = 1_000_000;

  /** Whether a change may be made. */
  boolean allows(AccessPreview preview, OptionalInt confirmed) {
    int losing = preview.losing();
    return losing < fewestPeople
        || 100L * losing <= (long) sharePercent * preview.people()
        || (confirmed.isPresent() && confirmed.getAsInt() == losing);
  }

  /** What is wrong with it. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (sharePercent < 0 || sharePercent > 100) {
      problems.add("`sharePercent` must be 0 to 100");
    }
    if (fewestPeople < 1 || fewestPeople > MOST_PEOPLE) {
      problems.add("`fewestPeople` must be 1 to " + MOST_PEOPLE);
    }
    return problems;
  }

  Map<String, Object> told() {
    return Map.of("enabled", enabled, "sharePercent", sharePercent, "fewestPeople", fewestPeople);
  }
}
