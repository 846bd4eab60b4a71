package dev.portcullis.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions may ask when something is: what jq's manual says of dates holds. */
class JqDatesTest {

  private static Object only(String program) {
    JqOutcome outcome = JqBoundsTest.run(program, null);
    assertThat(outcome).as(program).isInstanceOf(JqOutcome.Results.class);
    List<?> values = ((JqOutcome.Results) outcome).values();
    assertThat(values).hasSize(1);
    return JsonText.of(values.getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '^',
      value = {
        "1425599621 | gmtime # [2015,2,5,23,53,41,4,63]",
        "1425599621.25 | gmtime | .[5] # 41.25",
        "1425599621 | gmtime | mktime # 1425599621",
        "1425599621 | todate # \"2015-03-05T23:53:41Z\"",
        "\"2015-03-05T23:51:47Z\" | fromdate # 1425599507",
        "\"2015-03-05T23:51:47Z\" | strptime(\"%Y-%m-%dT%H:%M:%SZ\") # [2015,2,5,23,51,47,4,63]",
        "\"2015-03-05T23:51:47Z\" | strptime(\"%FT%TZ\") | mktime # 1425599507",
        "\"2015-03-05\" | strptime(\"%Y-%m-%d\") | mktime # 1425513600",
        "\"2015 064\" | strptime(\"%Y %j\") | mktime # 1425513600",
        "\"1425599507\" | strptime(\"%s\") | mktime # 1425599507",
        "1425599621 | strftime(\"%Y-%m-%dT%H:%M:%SZ\") # \"2015-03-05T23:53:41Z\"",
        "1425599621 | strftime(\"%A, %B %d, %Y\") # \"Thursday, March 05, 2015\"",
        "1425599621 | strftime(\"%a %b %e %j %u %H:%M %z %%\") # \"Thu Mar  5 064 4 23:53 +0000"
            + " %\"",
        "[2015,2,5,23,53,41,4,63] | strftime(\"%D %R\") # \"03/05/15 23:53\"",
        "1425599621 | strftime(\"%H\") | tonumber # 23"
      })
  void theyAreAsInTheManual(String program, String result) {
    assertThat(only(program)).isEqualTo(result);
  }

  @Test
  void onlyInBusinessHoursIsACondition() {
    String program =
        "(now | gmtime) as $t | $t[6] >= 1 and $t[6] <= 5 and $t[3] >= 9 and $t[3] < 17";

    assertThat(only(program)).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"later\" | strptime(\"%Y\")",
        "\"12:00\" | strptime(\"%H:%M\")",
        "1 | strptime(\"%Y\")",
        "\"2015\" | strptime(\"%Q\")",
        "0 | strftime(\"100%\")",
        "0 | strftime(1)",
        "1e300 | gmtime",
        "nan | gmtime | mktime",
        "[2015] | mktime",
        "[1e300,0,0,0,0,0] | mktime"
      })
  void whatIsNoDateFails(String program) {
    assertThat(JqBoundsTest.run(program, null)).as(program).isInstanceOf(JqOutcome.Failed.class);
  }
}
