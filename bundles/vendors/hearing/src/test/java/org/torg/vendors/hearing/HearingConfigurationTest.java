package org.torg.vendors.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.testkit.Configured;
import org.torg.testkit.Example;
import org.torg.testkit.Flaws;

class HearingConfigurationTest {

    private static final String RIA = "ria";
    private static final String BORG = "borg";
    private static final String INSATS = "insats";

    private final HearingVendor vendor = new HearingVendor("1.0.0");

    private Configured of(String product) {
        return Configured.of(vendor, product);
    }

    @Test
    void theModelsAreSound() {
        assertThat(Flaws.of(vendor)).isEmpty();
    }

    @Test
    @Tag("H26")
    @Tag("H31")
    void aidsAndMouldsAreConfiguredAndNothingElse() {
        assertThat(vendor.configurations(Example.of(vendor).request().parameters()))
                .extracting(ConfigurationModel::product)
                .containsExactly(RIA, BORG, INSATS);
    }

    @ParameterizedTest
    @ValueSource(strings = {RIA, BORG, INSATS})
    @Tag("H50")
    void whatIsThePatientsIsInAStageOfItsOwn(String product) {
        List<Stage> stages = of(product).model().stages();
        Stage patient = stages.get(stages.size() - 1);

        assertThat(stages)
                .filteredOn(stage -> stage.subject() == Subject.RECIPIENT)
                .containsExactly(patient);
        assertThat(patient.questions())
                .extracting(Question::code)
                .contains("left.impression", "right.ear-scan", "audiogram", "notes");
    }

    @Test
    @Tag("H26")
    void onlyTheEarIsLeftToSayOfAnAidThatIsOrderedAsMost() {
        assertThat(of(RIA).missing()).containsExactly("ear");
        assertThat(of(RIA).choose("ear", "left").complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"left, left, right", "right, right, left"})
    void oneEarIsAskedAbout(String ear, String asked, String other) {
        assertThat(of(RIA).choose("ear", ear).asked())
                .contains(asked + ".receiver", asked + ".dome")
                .noneMatch(code -> code.startsWith(other + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "right"})
    void oneAidComesWithWhatItsEarNeeds(String ear) {
        assertThat(of(RIA).choose("ear", ear).parts())
                .containsExactly(entry("DOME-CLOSED", 1), entry("HT-M", 1), entry("LADD-RIA", 1), entry("RIA-7", 1));
    }

    @Test
    void aPairIsTwoAidsEachForItsEarAndOneCharger() {
        assertThat(of(RIA).choose("ear", "both").choose("right.receiver", "p").parts())
                .containsExactly(
                        entry("DOME-CLOSED", 2),
                        entry("HT-M", 1),
                        entry("HT-P", 1),
                        entry("LADD-RIA", 1),
                        entry("RIA-7", 2));
    }

    @Test
    void batteriesComeForEachAidWhereNothingIsCharged() {
        Configured pair = of(RIA).choose("ear", "both").choose("battery", "size-312");

        assertThat(pair.asked()).doesNotContain("charger");
        assertThat(pair.parts()).containsEntry("BAT-312", 2).doesNotContainKey("LADD-RIA");
    }

    @Test
    void theStrongestReceiverNeedsAMouldWithoutVentAndABattery() {
        Configured strong = of(RIA).choose("ear", "left").choose("left.receiver", "up");

        assertThat(strong.broken())
                .containsExactly("left.up-needs-mould", "left.up-needs-battery", "left.up-without-vent");
        Configured fitted = strong.choose("left.coupling", "mould")
                .choose("left.vent", "none")
                .choose("battery", "size-312");
        assertThat(fitted.broken()).isEmpty();
        assertThat(fitted.missing()).containsExactly("left.impression");
        assertThat(fitted.choose("left.impression", "sent").complete()).isTrue();
    }

    @Test
    void aDomeFitsItsReceiver() {
        Configured left = of(RIA).choose("ear", "left");

        assertThat(left.choose("left.receiver", "p").choose("left.dome", "open").broken())
                .containsExactly("left.p-not-open");
        assertThat(left.choose("left.receiver", "s")
                        .choose("left.dome", "power")
                        .broken())
                .containsExactly("left.power-dome");
        assertThat(left.choose("left.receiver", "m")
                        .choose("left.dome", "power")
                        .complete())
                .isTrue();
    }

    @Test
    void accessoriesFitTheLevel() {
        Configured basic = of(RIA).choose("ear", "left").choose("level", "basic");

        assertThat(basic.choose("accessories", "microphone", "tv").broken()).containsExactly("microphone-level");
        assertThat(basic.choose("accessories", "tv", "remote").parts())
                .containsEntry("TB-TV", 1)
                .containsEntry("TB-FJARR", 1);
    }

    @Test
    void superPowerNeedsItsBatteryAndAMouldInEachEar() {
        Configured strong = of(BORG).choose("ear", "both").choose("strength", "super");

        assertThat(strong.broken())
                .containsExactly("super-battery", "left.super-needs-mould", "right.super-needs-mould");
        assertThat(strong.choose("battery", "size-675")
                        .choose("left.tube", "mould")
                        .choose("right.tube", "mould")
                        .choose("left.impression", "kept")
                        .choose("right.impression", "kept")
                        .complete())
                .isTrue();
        assertThat(of(BORG).choose("ear", "left").choose("battery", "size-675").broken())
                .containsExactly("size-675-super");
    }

    @Test
    void aMouldHasOptionsOfItsOwnInEachEar() {
        Configured pair = of(INSATS)
                .choose("ear", "both")
                .choose("left.mould-material", "silicone")
                .choose("right.mould-material", "nylon")
                .choose("left.impression", "scan")
                .choose("right.impression", "sent");

        assertThat(pair.broken()).containsExactly("right.nylon-colour");
        assertThat(pair.choose("right.mould-colour", "red").missing()).containsExactly("left.ear-scan");
        assertThat(pair.parts()).containsExactly(entry("IN-NYLON", 1), entry("IN-SILIKON", 1));
        assertThat(pair.tasks()).containsExactly("await-impression");
        assertThat(pair.choose("left.mould-colour", "blue").broken()).contains("left.silicone-colour");
        assertThat(pair.choose("left.mould-form", "canal")
                        .choose("left.vent", "2-mm")
                        .broken())
                .contains("left.canal-vent");
    }

    @Test
    void mouldsTakeDaysAndAidsWithDomesDoNot() {
        assertThat(of(RIA).choose("ear", "both").extraDays()).isEqualTo(1);
        assertThat(of(RIA).choose("ear", "both")
                        .choose("left.coupling", "mould")
                        .extraDays())
                .isEqualTo(6);
        assertThat(of(INSATS).choose("ear", "both").extraDays()).isEqualTo(5);
    }
}
