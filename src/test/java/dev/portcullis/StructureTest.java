package dev.portcullis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.portcullis.organization.OneTransaction;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The laws of the interior, so that a line in the wrong room fails the build. */
class StructureTest {

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.portcullis");

  private static final String[] DOMAIN = {
    "dev.portcullis.organization..",
    "dev.portcullis.audit..",
    "dev.portcullis.catalog..",
    "dev.portcullis.connection..",
    "dev.portcullis.attribute..",
    "dev.portcullis.pattern..",
    "dev.portcullis.permission..",
    "dev.portcullis.jq..",
    "dev.portcullis.directory..",
    "dev.portcullis.access.."
  };

  @Test
  void everyRoomImportsOnlyWhatItMay() {
    ApplicationModules.of(Portcullis.class).verify();
  }

  @Test
  void theDomainKnowsNoWire() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..",
            "java.net.http..",
            "org.springframework.web..",
            "org.springframework.http..",
            "org.apache.hc..",
            "com.unboundid..",
            "com.fasterxml.jackson..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("tools.jackson.databind.JsonNode")
        .check(SERVER);
  }

  @Test
  void onlyTheDomainSpeaksSql() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.portcullis.scim..", "dev.portcullis.api..", "dev.portcullis.signin..")
        .and()
        // The sign-in room owns tables of its own, each with one class that has all its SQL.
        .haveNameNotMatching("dev\\.portcullis\\.signin\\.\\w+Rows(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
        .check(SERVER);
  }

  @Test
  void transactionsAreOpenedInOneWay() {
    noMethods()
        .that()
        .areNotAnnotatedWith(OneTransaction.class)
        .and()
        .areNotAnnotatedWith(
            new com.tngtech.archunit.base.DescribedPredicate<>("joining a transaction") {
              @Override
              public boolean test(com.tngtech.archunit.core.domain.JavaAnnotation<?> annotation) {
                return annotation.getRawType().isEquivalentTo(Transactional.class)
                    && annotation
                        .as(Transactional.class)
                        .propagation()
                        .equals(Propagation.MANDATORY);
              }
            })
        .should()
        .beAnnotatedWith(Transactional.class)
        .check(SERVER);
    methods().that().areAnnotatedWith(OneTransaction.class).should().bePublic().check(SERVER);
  }

  @Test
  void namesSayWhatAThingIsFor() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Util|Utils|Helper|Manager|Handler|Processor|Impl|Abstract[A-Z].*|Base|Common|Misc|Info|Repository)")
        .check(SERVER);
  }

  @Test
  void nothingIsInjectedIntoFieldsAndNothingPrintedButTheOperatorsNotice() {
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(SERVER);
    noClasses()
        .that()
        .doNotHaveSimpleName("OperatorNotice")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(SERVER);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(SERVER);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
        .check(SERVER);
  }
}
