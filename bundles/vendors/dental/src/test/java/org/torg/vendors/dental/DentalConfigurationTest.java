package org.torg.vendors.dental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.testkit.Configured;
import org.torg.testkit.Flaws;

class DentalConfigurationTest {

    private static final String VINGE = "vinge";
    private static final String ANKER = "anker";
    private static final String VERN = "vern";

    private final DentalVendor vendor = new DentalVendor("1.0.0");

    private Configured of(String product) {
        return Configured.of(vendor, product);
    }

    /** As most are ordered: the device as it is pre-set, and a patient who needs nothing special. */
    private Configured scanned(String product) {
        Configured patient =
                of(product).choose("case-type", "scan").upload("scans", 2).choose("bite", "scanned");
        return product.equals(VERN) ? patient : patient.measure("advancement", "6.5");
    }

    @Test
    void theModelsAreSound() {
        assertThat(Flaws.of(vendor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {VINGE, ANKER, VERN})
    @Tag("D13")
    void theDeviceIsAskedFirstAndThePatientSecond(String product) {
        assertThat(Configured.model(vendor, product).stages())
                .extracting(Stage::code, Stage::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("device", Subject.PRODUCT),
                        org.assertj.core.groups.Tuple.tuple("patient", Subject.RECIPIENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {VINGE, ANKER, VERN})
    @Tag("D14")
    void theDeviceIsPreSet(String product) {
        List<String> device = of(product).model().stages().get(0).questions().stream()
                .map(Question::code)
                .toList();

        assertThat(of(product).answers().byQuestion().keySet()).containsAll(device);
        assertThat(of(product).missing()).doesNotContainAnyElementsOf(device);
        assertThat(scanned(product).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {VINGE, ANKER, VERN})
    @Tag("D16")
    @Tag("D17")
    @Tag("D18")
    void whatIsAboutThePatientIsInThePatientStage(String product) {
        assertThat(of(product).model().stages().get(1).questions())
                .extracting(Question::code)
                .contains("case-type", "scans", "teeth", "allergy", "notes");
        assertThat(scanned(product).say("notes", "First line.\nSecond line.").complete())
                .isTrue();
        assertThat(scanned(product).say("notes", "x".repeat(2001)).odd()).containsExactly("notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {VINGE, ANKER, VERN})
    @Tag("D20")
    void aScannedCaseNeedsItsFiles(String product) {
        assertThat(scanned(product).skip("scans").missing()).containsExactly("scans");
        assertThat(scanned(product).upload("scans", 11).odd()).containsExactly("scans");
        assertThat(scanned(product).tasks()).containsExactly("check-scans", "enclose-return-bag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "impressions"})
    @Tag("D33")
    @Tag("D35")
    void modelsAndImpressionsAreFetchedAndABagComesBack(String caseType) {
        Configured sent = scanned(VINGE).choose("case-type", caseType).choose("bite", "wax");

        assertThat(sent.asked()).doesNotContain("scans");
        assertThat(sent.tasks()).containsExactly("courier-pickup", "enclose-return-bag");
        assertThat(sent.extraDays()).isEqualTo(scanned(VINGE).extraDays() + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "impressions"})
    @Tag("D34")
    void modelsAndImpressionsMustBeReadyWhenTheOrderIsSent(String caseType) {
        Configured sent = scanned(ANKER).choose("case-type", caseType).choose("bite", "fork");

        assertThat(sent.missing()).containsExactly("records-ready");
        assertThat(sent.choose("records-ready", "yes").complete()).isTrue();
        assertThat(scanned(ANKER).asked()).doesNotContain("records-ready");
    }

    @Test
    void theBiteComesTheWayTheCaseDoes() {
        assertThat(scanned(VERN).choose("bite", "wax").broken()).containsExactly("wax-with-models");
        assertThat(scanned(VERN).choose("case-type", "models").broken()).containsExactly("scanned-bite");
        assertThat(scanned(VERN).choose("bite", "fork").broken()).isEmpty();
    }

    @Test
    void printedSplintsAreWhiteAndWithoutClasps() {
        Configured printed = scanned(VINGE).choose("material", "printed");

        assertThat(printed.broken()).containsExactly("printed-is-white", "printed-without-clasps");
        assertThat(printed.choose("colour", "white").choose("retention", "none").complete())
                .isTrue();
        assertThat(scanned(VINGE).choose("colour", "white").broken()).containsExactly("printed-is-white");
    }

    @Test
    void whatThePatientBearsLimitsTheDevice() {
        assertThat(scanned(VINGE).choose("allergy", "nickel").broken()).containsExactly("nickel");
        assertThat(scanned(ANKER).choose("allergy", "nickel").broken()).containsExactly("nickel", "nickel-arms");
        assertThat(scanned(ANKER).choose("teeth", "fewer").broken()).containsExactly("few-teeth");
        assertThat(scanned(VINGE).choose("teeth", "fewer").broken()).isEmpty();
        assertThat(scanned(VERN).choose("allergy", "acrylate").broken()).containsExactly("acrylate");
    }

    @Test
    void aLongScrewLeavesRoomForItsTravel() {
        Configured lengthy = scanned(VINGE).choose("travel", "screw-7");

        assertThat(lengthy.broken()).containsExactly("long-screw-opening");
        assertThat(lengthy.measure("opening", "5").complete()).isTrue();
        assertThat(lengthy.measure("opening", "5").measure("advancement", "7.5").broken())
                .containsExactly("long-screw-advancement");
    }

    @Test
    void advancementIsGivenInHalfMillimetres() {
        assertThat(scanned(VINGE).measure("advancement", "6.25").odd()).containsExactly("advancement");
        assertThat(scanned(ANKER).measure("advancement", "10.5").odd()).containsExactly("advancement");
    }

    @Test
    void aSplintIsChargedWithWhatIsAddedToIt() {
        assertThat(scanned(VINGE).parts()).containsExactly(entry("SK-VINGE", 1));
        assertThat(scanned(VINGE)
                        .choose("hooks", "front-and-back")
                        .choose("retention", "adams-clasps")
                        .choose("reinforced", "yes")
                        .choose("colour", "blue")
                        .parts())
                .containsExactly(
                        entry("SK-VINGE", 1),
                        entry("TV-ADAMS", 1),
                        entry("TV-FARGE", 1),
                        entry("TV-FORST", 1),
                        entry("TV-KROK", 2));
        assertThat(scanned(ANKER).choose("arms", "titanium").parts())
                .containsExactly(entry("SK-ANKER", 1), entry("TV-TITAN", 1));
    }

    @Test
    void makingTakesItsDays() {
        assertThat(scanned(VINGE).extraDays()).isEqualTo(10);
        assertThat(scanned(VINGE).choose("reinforced", "yes").extraDays()).isEqualTo(11);
        assertThat(scanned(VERN).extraDays()).isEqualTo(5);
    }

    @Test
    void aDayAndNotesMayBeLeftOut() {
        assertThat(scanned(VINGE).asked()).contains("needed-by", "notes");
        assertThat(scanned(VINGE).on("needed-by", LocalDate.of(2027, 1, 4)).complete())
                .isTrue();
    }
}
