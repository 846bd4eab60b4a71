package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches over HTTP: whom they select, all or nothing, and many operations at once. */
@OnBothDatabases
class PatchConversationTest {

  private static final int MOST_OPERATIONS = 10_000;

  private final TestConnection connection;
  private final Okta okta;

  PatchConversationTest(TestDatabase database) {
    this.connection = ScimTenants.connection(database, ",\"dialect\":\"rfc\"");
    this.okta = new Okta(connection.scim());
  }

  private static String patch(String operations) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
        + operations.replace('\'', '"')
        + "]}";
  }

  private static String many(IntFunction<String> operation) {
    return patch(
        IntStream.range(0, MOST_OPERATIONS).mapToObj(operation).collect(Collectors.joining(",")));
  }

  private static String removal(String filter) {
    return "{'op':'remove','path':'members[" + filter.replace("'", "\\'") + "]'}";
  }

  private static String addition(String... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> "{'value':'" + values[i] + "'}")
        .collect(Collectors.joining(",", "{'op':'add','path':'members','value':[", "]}"));
  }

  private String groupOf(String... members) {
    String group = okta.pushedGroup();
    assertThat(okta.patchGroup(group, patch(addition(members))).status()).isEqualTo(200);
    return group;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "display sw 'ADA'",
        "not (value eq 'later') and not (display co 'ben@')",
        "value eq 'ANNA' or display eq 'ada@okta.local'",
        "type eq 'User' and display ew 'a@okta.local'",
        "display pr and not (display sw 'b')",
        "display lt 'b'",
        "display ne 'ben@okta.local' and display pr"
      })
  void membersAreSelectedByAnyFilter(String filter) {
    String ada = okta.pushed("ada");
    String ben = okta.pushed("ben");
    String group = groupOf(ada, ben, "later");
    assertThat(okta.patchGroup(group, patch(removal(filter))).status()).isEqualTo(200);
    assertThat(okta.members(group)).containsExactlyInAnyOrder(ben, "later");
  }

  @Test
  void membersAreSelectedByTheirReferencesAsReadsShowThem() {
    String ada = okta.pushed("ada");
    String ben = okta.pushed("ben");
    String group = groupOf(ada, ben, "later");
    String reference = okta.user(ada).at("/meta/location");
    String one = patch(removal("$ref eq '" + reference + "'"));
    assertThat(okta.patchGroup(group, one).status()).isEqualTo(200);
    assertThat(okta.members(group)).containsExactlyInAnyOrder(ben, "later");
    assertThat(okta.patchGroup(group, patch(removal("$ref pr"))).status()).isEqualTo(200);
    assertThat(okta.members(group)).containsExactly("later");
  }

  @Test
  void aFilterSeesWhatEarlierOperationsOfTheRequestSaid() {
    String ada = okta.pushed("ada");
    String ben = okta.pushed("ben");
    String group = groupOf(ada);
    String operations =
        String.join(
            ",",
            addition("00u-ben", "parked"),
            removal("display sw 'ben'"),
            removal("value eq '" + ada + "'"),
            addition(ben),
            removal("value eq 'parked' and type eq 'User'"));
    assertThat(okta.patchGroup(group, patch(operations)).status()).isEqualTo(200);
    assertThat(okta.members(group)).containsExactly(ben);
    assertThat(okta.patchGroup(group, patch(removal("type eq 'User'"))).status()).isEqualTo(200);
    assertThat(okta.members(group)).isEmpty();
  }

  @Test
  void aPatchThatChangesNothingLeavesVersionAndTimeAlone() {
    String ada = okta.pushed("ada");
    String group = groupOf(ada, "later");
    String before = okta.group(group).text();
    String nothing =
        String.join(
            ",",
            addition(ada, "later"),
            removal("value eq 'nobody'"),
            removal("display co 'nobody'"),
            "{'op':'replace','path':'displayName','value':'Test SCIMv2'}");
    assertThat(okta.patchGroup(group, patch(nothing)).status()).isEqualTo(200);
    assertThat(okta.group(group).text()).isEqualTo(before);
    String user = okta.user(ada).text();
    okta.patchUser(ada, patch("{'op':'replace','path':'active','value':true}"));
    assertThat(okta.user(ada).text()).isEqualTo(user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'replace','path':'emails[type eq \\'fax\\'].value','value':'a'}",
        "{'op':'replace','path':'colour','value':'a'}",
        "{'op':'remove','path':'userName'}",
        "{'op':'remove'}",
        "{'op':'add','path':'emails','value':'a'}",
        "{'op':'replace','path':'userName','value':''}"
      })
  void aFailingLastOperationLeavesAUserAsItWasByteForByte(String last) {
    String ada = okta.pushed("ada");
    String before = okta.user(ada).text();
    String first =
        "{'op':'replace','path':'title','value':'x'},{'op':'remove','path':'emails'},"
            + "{'op':'replace','path':'active','value':false},";
    Reply refused = okta.patchUser(ada, patch(first + last));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(okta.user(ada).text()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'remove','path':'members[colour eq \\'a\\']'}",
        "{'op':'replace','path':'members[display sw \\'a\\'].display','value':'a'}",
        "{'op':'add','path':'members','value':[{'value':'x','type':'Group'}]}",
        "{'op':'replace','path':'displayName','value':''}",
        "{'op':'remove','path':'displayName'}"
      })
  void aFailingLastOperationLeavesAGroupAsItWasByteForByte(String last) {
    String ada = okta.pushed("ada");
    String group = groupOf(ada, "later");
    String before = okta.group(group).text();
    String first = addition("new") + "," + removal("display pr") + ",";
    assertThat(okta.patchGroup(group, patch(first + last)).status()).isEqualTo(400);
    assertThat(okta.group(group).text()).isEqualTo(before);
  }

  @Test
  void tenThousandOperationsOnMembersTakeSeconds() {
    String group = okta.pushedGroup();
    Duration adding = timed(() -> send(group, many(i -> addition("m" + i))));
    assertThat(okta.members(group)).hasSize(MOST_OPERATIONS);
    Duration removing = timed(() -> send(group, many(i -> removal("value eq 'm" + i + "'"))));
    assertThat(okta.members(group)).isEmpty();
    assertThat(List.of(adding, removing))
        .allSatisfy(time -> assertThat(time).isLessThan(Duration.ofSeconds(30)));
  }

  @Test
  void tenThousandOperationsThatAlternateTakeSecondsToo() {
    String group = okta.pushedGroup();
    Duration time =
        timed(() ->
            send(
                group,
                many(i -> i % 2 == 0 ? addition("m" + i) : removal("value eq 'm" + i + "'"))));
    assertThat(okta.members(group)).hasSize(MOST_OPERATIONS / 2);
    assertThat(time).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void tenThousandOperationsOnAUserTakeSeconds() {
    String ada = okta.pushed("ada");
    Duration time =
        timed(() ->
            assertThat(
                    okta.patchUser(
                            ada,
                            many(i ->
                                "{'op':'add','path':'roles','value':[{'value':'r"
                                    + i % 900
                                    + "'}]}"))
                        .status())
                .isEqualTo(200));
    assertThat(okta.user(ada).json().at("/roles").size()).isEqualTo(900);
    assertThat(time).isLessThan(Duration.ofSeconds(30));
  }

  private void send(String group, String body) {
    assertThat(okta.patchGroup(group, body).status()).isEqualTo(200);
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
