package org.torg.itests;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the folders promise, held to by the compiled classes. */
class ArchitectureTest {
    /** The rules hold trivially for nothing: fewer classes mean that a bundle is not on the class path. */
    private static final int FEWEST_CLASSES = 400;

    private static final String MONEY_ARITHMETIC =
            "total|(plus|minus|multipliedBy|multiply|dividedBy|convert|rounded|with(Amount|Scale|Currency)|negated|abs|toMoney).*";

    private static final List<String> BUNDLES = List.of(
            "api",
            "kernel",
            "persistence",
            "portal",
            "rest",
            "search",
            "shell",
            "vendors.dental",
            "vendors.hearing",
            "vendors.lighting",
            "modules.campaign",
            "modules.express",
            "connectors.clamav",
            "connectors.pdf",
            "connectors.smtp",
            "demo");

    private static final JavaClasses TORG = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/itests/"))
            .importPackages("org.torg");

    static List<String> bundles() {
        return BUNDLES;
    }

    @Test
    void looksAtEveryBundle() {
        assertThat(TORG).hasSizeGreaterThan(FEWEST_CLASSES);
        for (String bundle : BUNDLES) {
            assertThat(TORG).as(bundle).anyMatch(type -> type.getPackageName().startsWith("org.torg." + bundle));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleDependsOnApiAndOnNoOtherBundle(String bundle) {
        String[] others = BUNDLES.stream()
                .filter(other -> !other.equals(bundle) && !other.equals("api"))
                .map(other -> "org.torg." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.torg." + bundle + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(TORG);
    }

    /** The api is one vocabulary: a vendor names prices, a price names its vendor. What decides and stores has no cycles. */
    static List<String> bundlesWithFeatures() {
        return BUNDLES.stream().filter(bundle -> !bundle.equals("api")).toList();
    }

    @ParameterizedTest
    @MethodSource("bundlesWithFeatures")
    void featuresHaveNoCycles(String bundle) {
        slices().matching("org.torg." + bundle + ".(*)..")
                .should()
                .beFreeOfCycles()
                // Compiled templates name the models of pages, and pages name them.
                .ignoreDependency(resideInAPackage("org.torg.portal.template.."), alwaysTrue())
                .allowEmptyShould(true)
                .check(TORG);
    }

    @Test
    void theKernelKnowsNeitherDatabaseNorHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("org.torg.kernel..", "org.torg.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.persistence..",
                        "javax.ws.rs..",
                        "javax.servlet..",
                        "org.eclipse.persistence..",
                        "java.sql..",
                        "javax.sql..")
                .check(TORG);
    }

    @Test
    void onlyTheKernelAndThePersistenceUseTheStores() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.torg.kernel..",
                        "org.torg.persistence..",
                        "org.torg.api.store..",
                        // Whoever keeps personal data erases it in the transaction that erases the person.
                        "org.torg.api.privacy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.torg.api.store..")
                .check(TORG);
    }

    /** Others read amounts, carry them and compare them; the mapping of JSON and of rows changes their scale alone. */
    @Test
    void moneyIsReckonedInPricingAlone() {
        DescribedPredicate<JavaAccess<?>> arithmetic = JavaAccess.Predicates.target(
                        owner(DescribedPredicate.describe("an amount of money", ArchitectureTest::isMoney)))
                .and(JavaAccess.Predicates.target(nameMatching(MONEY_ARITHMETIC)));
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.torg.kernel..",
                        "org.torg.rest..",
                        "org.torg.portal..",
                        "org.torg.vendors..",
                        "org.torg.modules..",
                        "org.torg.demo..")
                .and()
                .resideOutsideOfPackage("org.torg.kernel.pricing..")
                .should()
                .accessTargetWhere(arithmetic)
                .check(TORG);
        // Pricing does reckon: the rule knows what it looks for.
        assertThat(TORG.stream()
                        .filter(type -> type.getPackageName().startsWith("org.torg.kernel.pricing"))
                        .flatMap(type -> type.getAccessesFromSelf().stream()))
                .anyMatch(arithmetic);
    }

    @Test
    void oneClassOfTheKernelReadsTheClock() {
        DescribedPredicate<JavaCall<?>> now = target(
                        owner(DescribedPredicate.describe("a type of java.time", ArchitectureTest::isTime)))
                .and(target(nameMatching("now|system|systemUTC|systemDefaultZone")));
        DescribedPredicate<JavaCall<?>> millis = target(
                        owner(DescribedPredicate.describe("System", type -> type.isEquivalentTo(System.class))))
                .and(target(nameMatching("currentTimeMillis")));
        Set<String> readers = TORG.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(now.or(millis)))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(readers).hasSizeLessThan(2).allMatch(name -> name.startsWith("org.torg.kernel."));
    }

    @Test
    void entitiesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith("javax.persistence.Entity")
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("org.torg.persistence..")
                .check(TORG);
    }

    @Test
    void namesAreNounsOfTheTrade() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)$").check(TORG);
    }

    private static boolean isMoney(JavaClass type) {
        return type.getName().equals("org.joda.money.Money")
                || type.getName().equals("org.joda.money.BigMoney")
                || type.getName().equals("org.joda.money.BigMoneyProvider");
    }

    private static boolean isTime(JavaClass type) {
        return type.getPackageName().equals("java.time");
    }
}
