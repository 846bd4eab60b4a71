package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.4.2.2: each example filter of figure 2 and each operator, and whom it finds. */
@OnBothDatabases
class FilterExamplesTest {

  private final ScimClient scim;

  FilterExamplesTest(TestDatabase database) {
    this.scim = Example.client(database);
    scim.user(
        "bjensen",
        """
        ,"name":{"familyName":"Jensen"},"title":"Tour Guide","userType":"Employee",
         "emails":[{"type":"work","value":"bjensen@example.com"},
                   {"type":"home","value":"babs@jensen.org"}]\
        """);
    scim.user(
        "Jo",
        """
        ,"name":{"familyName":"O'Malley"},"userType":"Intern",
         "emails":[{"type":"home","value":"jo@example.org"}],
         "ims":[{"type":"xmpp","value":"jo@foo.com"}]\
        """);
    scim.post(
        "/Users",
        """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
         "userName":"jsmith","userType":"Employee",
         "emails":[{"type":"work","value":"jsmith@corp.example"},
                   {"type":"home","value":"js@example.com"}],
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
          {"department":"Tour Operations","employeeNumber":"701984"}}\
        """);
    scim.user("root", ",\"title\":\"Boss\",\"userType\":\"Contractor\",\"active\":false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "userName eq \"bjensen\"|bjensen",
        "name.familyName co \"O'Malley\"|Jo",
        "userName sw \"J\"|Jo,jsmith",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"|Jo,jsmith",
        "title pr|bjensen,root",
        "meta.lastModified gt \"2011-05-13T04:42:34Z\"|bjensen,Jo,jsmith,root",
        "meta.lastModified ge \"2011-05-13T04:42:34Z\"|bjensen,Jo,jsmith,root",
        "meta.lastModified lt \"2011-05-13T04:42:34Z\"|",
        "meta.lastModified le \"2011-05-13T04:42:34Z\"|",
        "title pr and userType eq \"Employee\"|bjensen",
        "title pr or userType eq \"Intern\"|bjensen,Jo,root",
        "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"|jsmith",
        "userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")"
            + "|bjensen,jsmith",
        "userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")"
            + "|root",
        "userType eq \"Employee\" and (emails.type eq \"work\")|bjensen,jsmith",
        "userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]|bjensen",
        "emails[type eq \"work\" and value co \"@example.com\"] or "
            + "ims[type eq \"xmpp\" and value co \"@foo.com\"]|bjensen,Jo"
      })
  void anExampleOfFigure2FindsWhomItDescribes(String filter, String found) {
    assertFinds(filter, found);
    assertFinds("(" + filter + ")", found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "USERNAME EQ \"BJENSEN\"|bjensen",
        "userName ne \"bjensen\"|Jo,jsmith,root",
        "emails.value ew \".org\"|bjensen,Jo",
        "emails pr|bjensen,Jo,jsmith",
        "not (emails pr)|root",
        "userName gt \"jo\"|jsmith,root",
        "userName ge \"JO\"|Jo,jsmith,root",
        "userName lt \"jo\"|bjensen",
        "userName le \"jo\"|bjensen,Jo",
        "active eq true|bjensen,Jo,jsmith",
        "active eq false|root",
        "title eq null|Jo,jsmith",
        "userType eq \"Intern\" or userType eq \"Employee\" and title pr|Jo,bjensen",
        "(userType eq \"Intern\" or userType eq \"Employee\") and title pr|bjensen",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department sw \"tour\"|jsmith",
        "title co \"%\"|",
        "title co \"_\"|",
        "title co \"\\\\\"|"
      })
  void anOperatorOfTables3To5Counts(String filter, String found) {
    assertFinds(filter, found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "active gt true",
        "active co true",
        "meta.lastModified co \"2011\"",
        "userName foo \"x\"",
        "userName eq",
        "userName eq \"x\" and",
        "(userName eq \"x\"",
        "emails[type eq \"work\"",
        "userName eq \"x\" userName eq \"y\"",
        "password eq \"secret\"",
        "colour eq \"red\""
      })
  void whatIsNoFilterIsRefusedAndNeverWidened(String filter) {
    assertRefused(scim.query("/Users", "filter", filter), 400, "invalidFilter");
  }

  private void assertFinds(String filter, String found) {
    Reply list = scim.query("/Users", "filter", filter);
    assertList(list);
    List<String> names = found == null ? List.of() : Arrays.asList(found.split(","));
    assertThat(ScimClient.each(list, "/userName"))
        .as(filter)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(list.json().at("/totalResults").intValue()).isEqualTo(names.size());
  }
}
