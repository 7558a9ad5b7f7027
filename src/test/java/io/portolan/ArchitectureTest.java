package io.portolan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The borders between packages, and what no class may do. */
@AnalyzeClasses(packagesOf = Portolan.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @Test
    void keepsToTheDependenciesThatEachPackageDeclares() {
        var modules = ApplicationModules.of(Portolan.class, new ImportOption.DoNotIncludeTests()::includes);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml().writeModuleCanvases();
    }

    @ParameterizedTest
    @CsvSource({"src/main, .*[.](java|html|js|css), 250", "src/test, .*[.]java, 250", "src/bench, .*[.]java, 250", "src/main/java/io/portolan/process, .*Delegate[.]java|.*Listener[.]java, 60"})
    void keepsFilesShort(Path folder, String names, int longest) throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().matches(names))).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(longest));
        }
    }

    @ArchTest
    static final ArchRule ONLY_PROCESS_KNOWS_THE_ENGINE = noClasses().that().resideOutsideOfPackage("io.portolan.process..")
            .should().dependOnClassesThat(resideInAPackage("org.camunda..")
                    .and(DescribedPredicate.not(resideInAPackage("org.camunda.bpm.model.."))));

    @ArchTest
    static final ArchRule ONLY_CHART_AND_PROCESS_KNOW_THE_MODEL_API = noClasses().that()
            .resideOutsideOfPackages("io.portolan.process..", "io.portolan.chart..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule ONLY_SELENIUM_CLASSES_KNOW_SELENIUM = noClasses().that()
            .haveNameNotMatching("io\\.portolan\\.portal\\.Selenium\\w*(\\$.*)?")
            .should().dependOnClassesThat().resideInAPackage("org.openqa.selenium..");

    @ArchTest
    static final ArchRule ONLY_JDBC_CLASSES_KNOW_JDBC = noClasses().that().resideOutsideOfPackage("io.portolan.database..")
            .and().haveNameNotMatching(".*\\.(Jdbc\\w*|EncryptedTableVault)(\\$.*)?")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.jdbc..", "org.postgresql..");

    @ArchTest
    static final ArchRule ONLY_CERTIFICATE_KNOWS_BOUNCY_CASTLE = noClasses().that()
            .resideOutsideOfPackage("io.portolan.certificate..").should().dependOnClassesThat().resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_KNOW_THE_WEB = noClasses().that()
            .resideOutsideOfPackages("io.portolan.api..", "io.portolan.console..", "io.portolan.access..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..",
                    "org.springframework.web.bind..", "org.springframework.security..", "org.thymeleaf..");

    @ArchTest
    static final ArchRule THE_EDGES_KNOW_NO_MEANS = noClasses().that().resideInAnyPackage("io.portolan.api..", "io.portolan.console..")
            .should().dependOnClassesThat().resideInAnyPackage("io.portolan.portal..", "io.portolan.mail..", "io.portolan.bankapi..",
                    "io.portolan.process..");

    @ArchTest
    static final ArchRule TIME_IS_TOLD_BY_THE_CLOCK = noClasses().should().callMethodWhere(
            DescribedPredicate.describe("tells the time without a clock", call -> call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().isEmpty() && call.getTargetOwner().getPackageName().equals("java.time")))
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callConstructor(Date.class);

    @ArchTest
    static final ArchRule THE_CLOCK_IS_INJECTED = noClasses().that().resideOutsideOfPackage("io.portolan")
            .should().callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule NOTHING_SLEEPS_OR_GUESSES = noClasses().should().callMethod(Thread.class, "sleep", long.class)
            .orShould().callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule NOTHING_PRINTS_OR_READS_THE_ENVIRONMENT = noClasses().should().accessField(System.class, "out")
            .orShould().accessField(System.class, "err").orShould().callMethod(System.class, "getenv")
            .orShould().callMethod(System.class, "getenv", String.class)
            .orShould().callMethodWhere(DescribedPredicate.describe("prints a stack trace",
                    call -> call.getName().equals("printStackTrace")));

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED = noFields().should().beAnnotatedWith(Autowired.class)
            .orShould().beAnnotatedWith(Value.class).orShould().beAnnotatedWith("jakarta.inject.Inject")
            .orShould().beAnnotatedWith("jakarta.annotation.Resource");

    @ArchTest
    static final ArchRule NO_CONSTRUCTOR_NEEDS_AN_ANNOTATION = noConstructors().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NO_METHOD_IS_INJECTED = noMethods().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NO_SECRET_LIES_WHERE_IT_MIGHT_BE_SHOWN = noFields().that().areDeclaredInClassesThat()
            .resideInAnyPackage("io.portolan.api..", "io.portolan.console..", "io.portolan.process..", "io.portolan.journal..")
            .should().haveRawType(Secret.class);

    @ArchTest
    static final ArchRule NO_SECRET_IS_GIVEN_WHERE_IT_MIGHT_BE_SHOWN = noMethods().that().areDeclaredInClassesThat()
            .resideInAnyPackage("io.portolan.api..", "io.portolan.console..", "io.portolan.process..", "io.portolan.journal..")
            .should().haveRawReturnType(Secret.class);

    @ArchTest
    static final ArchRule NOTHING_UNTYPED_CROSSES_A_BORDER = methods().that().arePublic()
            .and().areDeclaredInClassesThat().arePublic().should(new ArchCondition<>("take or give no Map<String, Object>") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                            .filter(ArchitectureTest::isUntyped).forEach(type -> events.add(SimpleConditionEvent.violated(method,
                                    method.getFullName() + " has " + type.getName())));
                }
            });

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = classes().should(new ArchCondition<>("have a name of their own") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (type.getSimpleName().matches(".*(Impl|Util|Utils|Helper|Manager|Dto|Const|Base)")) {
                events.add(SimpleConditionEvent.violated(type, type.getName()));
            }
        }
    });

    @ArchTest
    static final ArchRule EDGES_AND_TABLES_ARE_PRIVATE = noClasses().that()
            .haveNameMatching(".*\\.(Jdbc\\w*|Camunda\\w*|\\w*(Controller|Delegate|Listener))")
            .should().bePublic();

    private static boolean isUntyped(JavaType type) {
        return type instanceof JavaParameterizedType generic && generic.toErasure().isEquivalentTo(Map.class)
                && generic.getActualTypeArguments().size() == 2
                && generic.getActualTypeArguments().get(1).getName().equals(Object.class.getName());
    }
}
