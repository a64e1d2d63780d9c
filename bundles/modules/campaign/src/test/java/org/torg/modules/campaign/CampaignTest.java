package org.torg.modules.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Base;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Value;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingModule;
import org.torg.testkit.Example;
import org.torg.testkit.PricingModuleContract;

class CampaignTest extends PricingModuleContract {

    private final Campaign campaign = new Campaign("1.0.0");
    private final Example lamps = Example.of(campaign).line("LAMP", 3, "199.00");

    @Override
    protected PricingModule module() {
        return new Campaign("1.0.0");
    }

    private Contribution asked(Example example) {
        return campaign.contribute(Phase.CAMPAIGN, example.request());
    }

    @Test
    void everyLineHasItsPercentageOff() {
        Contribution answer = asked(lamps.line("SHADE", 1, "49.00").with("campaign.percent", "12.5"));

        assertThat(answer.adjustments())
                .extracting(Adjustment::value)
                .containsOnly(new Value.Rate(new BigDecimal("-12.5"), Base.RUNNING))
                .hasSize(2);
    }

    @Test
    void ofSeveralCampaignsTheBestCounts() {
        assertThat(asked(lamps).adjustments())
                .allSatisfy(adjustment ->
                        assertThat(adjustment.group().orElseThrow().combine()).isEqualTo(Combine.BEST));
    }

    @Test
    void aLineOfTooFewPiecesIsToldWhy() {
        Contribution answer = asked(lamps.line("SHADE", 4, "49.00").with("campaign.pieces", "4"));

        assertThat(answer.adjustments()).hasSize(1);
        assertThat(answer.rejected())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.why().key()).isEqualTo("campaign.too-few"));
    }

    @Test
    void itRunsFromItsFirstDayToItsLast() {
        Example week = lamps.with("campaign.first-day", "20261123").with("campaign.last-day", "20261129");

        assertThat(key(week.on(LocalDate.of(2026, 11, 22)))).isEqualTo("campaign.begins");
        assertThat(asked(week.on(LocalDate.of(2026, 11, 23))).adjustments()).hasSize(1);
        assertThat(asked(week.on(LocalDate.of(2026, 11, 29))).adjustments()).hasSize(1);
        assertThat(key(week.on(LocalDate.of(2026, 11, 30)))).isEqualTo("campaign.ended");
    }

    private String key(Example example) {
        assertThat(asked(example).adjustments()).isEmpty();
        return asked(example).rejected().get(0).why().key();
    }

    @Test
    void aDayThatDoesNotExistSetsNoLimit() {
        assertThat(asked(lamps.with("campaign.last-day", "20260230")).adjustments())
                .hasSize(1);
    }

    @Test
    void nothingIsSaidOfACampaignOfNothing() {
        assertThat(asked(lamps.with("campaign.percent", "0"))).isEqualTo(Contribution.NONE);
    }
}
