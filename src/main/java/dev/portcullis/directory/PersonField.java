package dev.portcullis.directory;

import java.util.Arrays;
import java.util.Optional;

/**
 * A field of a person that Port's clients may change, under Port's name. Of a person whom SCIM
 * manages, some are the provider's.
 */
public enum PersonField {
  EMAIL("email", Owner.PROVIDER, String.class),
  FIRST_NAME("firstName", Owner.PROVIDER, String.class),
  LAST_NAME("lastName", Owner.PROVIDER, String.class),
  PHONE_NUMBER("phoneNumber", Owner.PROVIDER, String.class),
  PICTURE("picture", Owner.PROVIDER, String.class),
  COMPANY_ID("companyId", Owner.PROVIDER, String.class),
  TERMS_ACCEPTED("termsAccepted", Owner.PORTAL, Boolean.class),
  INVISIBLE("isInvisible", Owner.PORTAL, Boolean.class),
  SUPPORT_LEVEL("supportLevel", Owner.PORTAL, String.class),
  COMPANY_ROLE("companyRole", Owner.PORTAL, String.class);

  /** The most characters of a text; an e-mail may have 320. */
  static final int MAX_TEXT = 256;

  private enum Owner {
    PROVIDER,
    PORTAL
  }

  private final String wireName;
  private final Owner owner;
  private final Class<?> type;

  PersonField(String wireName, Owner owner, Class<?> type) {
    this.wireName = wireName;
    this.owner = owner;
    this.type = type;
  }

  /** Port's name. */
  public String wireName() {
    return wireName;
  }

  /** Whether it is the provider's where SCIM manages the person (Port's `SCIM_CONFLICT`). */
  public boolean isProviders() {
    return owner == Owner.PROVIDER;
  }

  /** {@link String} or {@link Boolean}. */
  public Class<?> type() {
    return type;
  }

  /** The field of that name. */
  public static Optional<PersonField> named(String wireName) {
    return Arrays.stream(values()).filter(field -> field.wireName.equals(wireName)).findFirst();
  }
}
