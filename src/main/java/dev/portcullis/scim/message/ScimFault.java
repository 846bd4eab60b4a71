package dev.portcullis.scim.message;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a request, in the terms of RFC 7644 §3.12. It is thrown anywhere in this edge
 * and rendered in one place.
 */
public final class ScimFault extends RuntimeException {

  /** The most characters of a detail, whatever the SDK or a rule quotes in it. */
  static final int MAX_DETAIL = 1_000;

  private final int status;
  private final Optional<String> scimType;
  private final String detail;
  private final Map<String, String> headers;

  private ScimFault(
      int status, Optional<String> scimType, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.scimType = scimType;
    this.detail = Excerpt.of(detail, MAX_DETAIL);
    this.headers = headers;
  }

  private ScimFault(int status, Optional<String> scimType, String detail) {
    this(status, scimType, detail, Map.of());
  }

  /** The same fault, whose reply carries this header too. */
  public ScimFault withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ScimFault(status, scimType, detail, more);
  }

  /** A fault for which RFC 7644 names no type. */
  public static ScimFault of(int status, String detail) {
    return new ScimFault(status, Optional.empty(), detail);
  }

  /** What the SDK found wrong with a filter, a path or an operation. */
  public static ScimFault of(ScimException problem) {
    Optional<String> type = Optional.ofNullable(problem.getScimError().getScimType());
    String detail = Optional.ofNullable(problem.getScimError().getDetail()).orElse("not valid");
    return new ScimFault(problem.getScimError().getStatus(), type, detail);
  }

  /** A value is missing, of the wrong type, or not allowed; the detail names the attribute. */
  public static ScimFault invalidValue(String detail) {
    return badRequest(BadRequestException.INVALID_VALUE, detail);
  }

  /** The body is not what RFC 7644 describes. */
  public static ScimFault invalidSyntax(String detail) {
    return badRequest(BadRequestException.INVALID_SYNTAX, detail);
  }

  /** The filter cannot be read or is not supported. */
  public static ScimFault invalidFilter(String detail) {
    return badRequest(BadRequestException.INVALID_FILTER, detail);
  }

  /** The path of a patch operation names nothing that there is. */
  public static ScimFault invalidPath(String detail) {
    return badRequest(BadRequestException.INVALID_PATH, detail);
  }

  /** More matches than can be worked on. */
  public static ScimFault tooMany(String detail) {
    return badRequest(BadRequestException.TOO_MANY, detail);
  }

  /** The place of a walk by cursor is none, or another query's (RFC 9865 §2.1). */
  public static ScimFault invalidCursor(String detail) {
    return badRequest("invalidCursor", detail);
  }

  /** A walk by cursor went on too late (RFC 9865 §2.1). */
  public static ScimFault expiredCursor(String detail) {
    return badRequest("expiredCursor", detail);
  }

  /** The page length of a walk by cursor is none (RFC 9865 §2.1). */
  public static ScimFault invalidCount(String detail) {
    return badRequest("invalidCount", detail);
  }

  /** A patch operation needs a path and has none. */
  public static ScimFault noTarget(String detail) {
    return badRequest(BadRequestException.NO_TARGET, detail);
  }

  /** The attribute cannot be changed so. */
  public static ScimFault mutability(String detail) {
    return badRequest(BadRequestException.MUTABILITY, detail);
  }

  /** Another resource has that value already. */
  public static ScimFault uniqueness(String detail) {
    return new ScimFault(409, Optional.of(BadRequestException.UNIQUENESS), detail);
  }

  private static ScimFault badRequest(String scimType, String detail) {
    return new ScimFault(400, Optional.of(scimType), detail);
  }

  /** What the reply's head says more. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The detail error keyword of RFC 7644 table 9. */
  public Optional<String> scimType() {
    return scimType;
  }

  /** What to change, for the administrator who reads it in the client's task list. */
  public String detail() {
    return detail;
  }
}
