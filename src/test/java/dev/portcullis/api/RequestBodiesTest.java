package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestBodiesTest {

  enum Colour {
    RED,
    BLUE
  }

  record Inner(@Nullable String type) {}

  record Body(
      @Nullable String name,
      FieldChange<Duration> idle,
      FieldChange<List<String>> tags,
      @Nullable Integer count,
      @Nullable Colour colour,
      @Nullable Inner inner) {}

  @RestController
  static class Echo {

    @PostMapping("/v1/echo")
    String echo(@RequestBody Body body) {
      return body.toString();
    }

    @PostMapping("/v1/broken")
    String broken(@RequestBody JsonNode body) {
      throw new IllegalStateException("password=hunter2 in " + body);
    }

    @PostMapping("/v1/outage")
    String outage(@RequestBody JsonNode body) {
      throw new DataAccessResourceFailureException("jdbc:postgresql://db.internal refused");
    }
  }

  private final JsonMapper json = JsonMapper.shared();
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Echo())
          .setMessageConverters(new RequestBodies(), new JacksonJsonHttpMessageConverter(json))
          .setHandlerExceptionResolvers(new PortErrors(json))
          .build();

  @Test
  void absentNullAndSetAreThreeThings() throws Exception {
    assertThat(sent("{\"name\":\"n\"}").text()).contains("idle=Keep[]", "tags=Keep[]");
    assertThat(sent("{\"idle\":null,\"tags\":null}").text())
        .contains("idle=Clear[]", "tags=Clear[]", "name=null");
    assertThat(sent("{\"idle\":\"P3D\",\"tags\":[\"a\"]}").text())
        .contains("idle=Set[value=PT72H]", "tags=Set[value=[a]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"nmae\":\"n\"}|422|nmae|is not a property here",
        "{\"inner\":{\"x\":1}}|422|inner.x|is not a property here",
        "{\"name\":7}|422|name|must be a string",
        "{\"name\":true}|422|name|must be a string",
        "{\"name\":{}}|422|name|must be a string",
        "{\"count\":\"7\"}|422|count|must be a whole number",
        "{\"tags\":\"a\"}|422|tags|must be an array",
        "{\"tags\":[1]}|422|tags[0]|must be a string",
        "{\"idle\":\"tomorrow\"}|422|idle|must be a duration",
        "{\"colour\":\"GREEN\"}|422|colour|one of `RED`, `BLUE`",
        "{\"colour\":0}|422|colour|one of `RED`, `BLUE`",
        "{\"inner\":\"x\"}|422|inner|must be an object",
        "{\"name\":\"a\\u0000b\"}|422|name|U+0000",
        "{\"inner\":{\"type\":\"\\ud800\"}}|422|inner.type|surrogate",
        "{\"tags\":[\"ok\",\"\\udc00\"]}|422|tags[1]|surrogate",
        "[1]|422||the body must be an object",
      })
  void aMisfitIsNamed(String body, int status, @Nullable String field, String message)
      throws Exception {
    Reply reply = sent(body);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().get("ok").booleanValue()).isFalse();
    assertThat(reply.json().get("error").stringValue()).isEqualTo("invalid_request");
    assertThat(reply.json().get("message").stringValue()).contains(message);
    assertThat(reply.json().path("details").path("field").asString(""))
        .isEqualTo(field == null ? "" : field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"name\":|unexpected text at line 1",
        "{\"name\":\"a\",\"name\":\"b\"}|a property is repeated",
        "{} {}|goes on after its end",
        "{'name':1}|unexpected text",
        "nonsense|unexpected text",
      })
  void whatIsNotJsonIsABadRequest(String body, String message) throws Exception {
    Reply reply = sent(body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").stringValue()).isEqualTo("invalid_json");
    assertThat(reply.json().get("message").stringValue()).contains(message);
  }

  @Test
  void aDeeplyNestedBodyIsRefusedBeforeItIsRead() throws Exception {
    Reply reply = sent("{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("message").stringValue()).contains("64 levels");
  }

  @Test
  void aMissingBodyIsNamed() throws Exception {
    Reply reply = sent("");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("message").stringValue()).contains("needs a JSON body");
    assertThat(sent("null").status()).isEqualTo(422);
  }

  @Test
  void anotherMediaTypeMethodOrPathIsNamed() throws Exception {
    Reply form =
        answered(
            post("/v1/echo").contentType(MediaType.APPLICATION_FORM_URLENCODED).content("a=b"));
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.json().get("error").stringValue()).isEqualTo("unsupported_media_type");
    Reply method = answered(put("/v1/echo"));
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.allow()).isEqualTo("POST");
  }

  @Test
  void aBugShowsItsTraceIdAndNothingElse() throws Exception {
    Reply reply = answered(json("/v1/broken", "{}").requestAttr(PortErrors.TRACE_ID, "a1b2"));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).contains("internal_error", "a1b2").doesNotContain("hunter2", "State");
  }

  @Test
  void anOutageAsksToComeAgain() throws Exception {
    Reply reply = answered(json("/v1/outage", "{}"));
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.retryAfter()).isEqualTo("5");
    assertThat(reply.text()).doesNotContain("postgresql");
  }

  private record Reply(
      int status, String text, @Nullable String allow, @Nullable String retryAfter) {

    JsonNode json() {
      return JsonMapper.shared().readTree(text);
    }
  }

  private Reply sent(String body) throws Exception {
    return answered(json("/v1/echo", body));
  }

  private static MockHttpServletRequestBuilder json(String path, String body) {
    return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private Reply answered(MockHttpServletRequestBuilder request) throws Exception {
    var response = mvc.perform(request).andReturn().getResponse();
    return new Reply(
        response.getStatus(),
        response.getContentAsString(),
        response.getHeader("Allow"),
        response.getHeader("Retry-After"));
  }
}
