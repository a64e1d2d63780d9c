package org.torg.vendors.lighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.testkit.Configured;
import org.torg.testkit.Flaws;

class LightingConfigurationTest {

    private final LightingVendor vendor = new LightingVendor("1.0.0");
    private final Configured linje = Configured.of(vendor, "linje");
    private final Configured baand = Configured.of(vendor, "baand");

    @Test
    void theModelsAreSound() {
        assertThat(Flaws.of(vendor)).isEmpty();
    }

    @Test
    void whatIsThereAtTheStartCanBeOrdered() {
        assertThat(linje.complete()).isTrue();
        assertThat(baand.complete()).isTrue();
    }

    @Test
    void nothingIsAskedAboutAnybody() {
        assertThat(linje.model().stages()).noneMatch(stage -> stage.subject() == Subject.RECIPIENT);
        assertThat(baand.model().stages()).noneMatch(stage -> stage.subject() == Subject.RECIPIENT);
    }

    @Test
    void lengthsAreInStepsOfFiftyMillimetres() {
        assertThat(linje.measure("length", "1250").odd()).isEmpty();
        assertThat(linje.measure("length", "1230").odd()).containsExactly("length");
        assertThat(linje.measure("length", "550").odd()).containsExactly("length");
        assertThat(linje.measure("length", "3050").odd()).containsExactly("length");
    }

    /** 12 or 24 W a metre. */
    @Property
    void aDriverCarriesTheLight(@ForAll @IntRange(min = 12, max = 60) int steps, @ForAll boolean high) {
        int length = 50 * steps;
        Configured lit = linje.measure("length", Integer.toString(length)).choose("output", high ? "high" : "standard");

        for (int watts : new int[] {30, 60, 100, 150}) {
            assertThat(lit.choose("driver", "d" + watts).broken().contains("power-d" + watts))
                    .as("%s mm at %s W", length, watts)
                    .isEqualTo(length * (high ? 24 : 12) > watts * 1000);
        }
    }

    @Test
    void aLongStripNeedsAStrongDriver() {
        assertThat(baand.measure("length", "6250").broken()).isEmpty();
        assertThat(baand.measure("length", "6300").broken()).containsExactly("power-d60");
        assertThat(baand.measure("length", "10000").choose("driver", "d100").broken())
                .isEmpty();
        assertThat(baand.measure("length", "10000")
                        .choose("output", "high")
                        .choose("profile", "flat")
                        .choose("driver", "d100")
                        .broken())
                .containsExactly("power-d100");
    }

    @Test
    void aDriverIsDimmedItsOwnWay() {
        assertThat(linje.choose("driver", "d30").choose("dimming", "dali").broken())
                .containsExactly("dimming-d30");
        assertThat(linje.choose("driver", "d60").choose("dimming", "dali").broken())
                .isEmpty();
        assertThat(linje.choose("driver", "d60").choose("dimming", "wireless").broken())
                .containsExactly("dimming-d60");
        assertThat(linje.choose("driver", "d100").choose("dimming", "phase").broken())
                .containsExactly("dimming-d100");
    }

    @Test
    void aTunableColourTemperatureNeedsABus() {
        assertThat(linje.choose("cct", "tunable").broken()).containsExactly("tunable-dimming");
        assertThat(linje.choose("cct", "tunable").choose("dimming", "dali").complete())
                .isTrue();
    }

    @Test
    void protectionGoesWithTheMounting() {
        assertThat(linje.choose("ip", "ip65").broken()).isEmpty();
        assertThat(linje.choose("ip", "ip65").choose("mounting", "recessed").broken())
                .containsExactly("ip65-surface");
        assertThat(linje.choose("ip", "ip44").choose("mounting", "pendant").broken())
                .containsExactly("pendant-indoors");
    }

    @Test
    void accessoriesFitOrAreRefused() {
        assertThat(linje.choose("accessories", "suspension", "frame").broken())
                .containsExactly("suspension-pendant", "frame-recessed");
        assertThat(linje.choose("accessories", "suspension", "joint")
                        .choose("mounting", "pendant")
                        .complete())
                .isTrue();
        assertThat(linje.choose("accessories", "sensor").broken()).containsExactly("sensor-dimming");
        assertThat(baand.choose("accessories", "clips", "end-caps").broken())
                .containsExactly("clips-profile", "end-caps-profile");
        assertThat(baand.choose("accessories", "clips", "end-caps")
                        .choose("profile", "flat")
                        .complete())
                .isTrue();
    }

    @Test
    void lightIsSoldByTheStartedSection() {
        assertThat(linje.parts()).containsExactly(entry("DR-60", 1), entry("LN-STD", 3));
        assertThat(linje.measure("length", "1500").parts()).containsEntry("LN-STD", 3);
        assertThat(linje.measure("length", "1550").parts()).containsEntry("LN-STD", 4);
        assertThat(baand.parts()).containsExactly(entry("BD-STD", 2), entry("DR-60", 1));
        assertThat(baand.measure("length", "2050").choose("profile", "corner").parts())
                .containsExactly(entry("BD-HJORNE", 3), entry("BD-STD", 3), entry("DR-60", 1));
    }

    @Test
    void whatIsTooLongForAParcelComesInALongBox() {
        assertThat(linje.measure("length", "1800").parts()).doesNotContainKey("LN-LANG");
        assertThat(linje.measure("length", "1850").parts()).containsEntry("LN-LANG", 1);
        assertThat(linje.measure("length", "3000").parts()).containsEntry("LN-LANG", 1);
    }

    @Test
    void cuttingTakesItsDays() {
        assertThat(linje.extraDays()).isEqualTo(5);
        assertThat(linje.choose("ip", "ip65").extraDays()).isEqualTo(7);
        assertThat(baand.tasks()).containsExactly("cut");
    }
}
