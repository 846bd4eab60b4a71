package dev.portcullis.permission;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The engine is values in, a decision out: the JDK's pure parts and itself, nothing more. */
class PermissionPurityTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.portcullis.permission")
          .that(not(simpleName("package-info")));

  private static final DescribedPredicate<JavaClass> PURE =
      resideInAnyPackage(
              "dev.portcullis.permission",
              "java.lang",
              "java.lang.invoke",
              "java.lang.runtime",
              "java.math",
              "java.time",
              "java.time.format",
              "java.time.temporal",
              "java.util",
              "java.util.function",
              "java.util.stream")
          .and(
              not(
                  belongToAnyOf(
                      System.class,
                      Runtime.class,
                      Process.class,
                      ProcessBuilder.class,
                      Thread.class,
                      ThreadLocal.class,
                      Random.class,
                      UUID.class,
                      Clock.class)));

  private static final DescribedPredicate<AccessTarget> READING_A_CLOCK =
      describe(
          "reading a clock or the machine's zone",
          target ->
              target.getOwner().getPackageName().startsWith("java.time")
                  && (target.getName().equals("now") || target.getName().equals("systemDefault")));

  @Test
  void theEngineDependsOnValuesOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(PURE.as("are pure"))
        .because("the same question under the same rules must give the same answer")
        .check(ENGINE);
    noClasses().should().callMethod(Math.class, "random").check(ENGINE);
    noClasses()
        .should()
        .accessTargetWhere(READING_A_CLOCK.onResultOf(JavaAccess::getTarget))
        .check(ENGINE);
  }

  @Test
  void theEngineKeepsNothingBetweenTwoQuestions() {
    fields().should().beFinal().check(ENGINE);
  }
}
