package org.torg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.torg.api.Message;
import org.torg.api.configurator.Condition;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Vendor;

/** The contracts as an author meets them: run by the JUnit platform, found by their annotations. */
class ContractTest {

    static final class GoodVendor extends VendorContract {
        @Override
        protected Vendor vendor() {
            return Shop.good();
        }
    }

    static final class GoodShipping extends ShippingModuleContract {
        @Override
        protected ShippingModule module() {
            return Shop.delivering("freight", option -> option);
        }

        @Override
        protected Vendor vendor() {
            return Shop.empty();
        }
    }

    static final class BadPricing extends PricingModuleContract {
        @Override
        protected PricingModule module() {
            return Shop.onEachLine(one -> new Adjustment(
                    one.phase(),
                    one.target(),
                    one.charge(),
                    new Adjustment.Value.Rate(new BigDecimal("-150"), Adjustment.Base.RUNNING),
                    one.rule(),
                    Message.of("nowhere", "Nowhere"),
                    one.vatCategory(),
                    one.group()));
        }

        @Override
        protected Vendor vendor() {
            return Shop.empty();
        }
    }

    static final class BadModel extends VendorContract {
        @Override
        protected Vendor vendor() {
            Shop shop = Shop.good();
            shop.configurations = values -> List.of(Models.with(Condition.is("colour", "nowhere")));
            return shop;
        }
    }

    private static Map<String, String> failures(Class<?> contract) {
        Map<String, String> results = new TreeMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(List.of(selectClass(contract)))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    results.put(
                                            test.getDisplayName().replaceAll("\\W.*", ""),
                                            result.getThrowable()
                                                    .map(Throwable::getMessage)
                                                    .orElse("passed"));
                                }
                            }
                        });
        return results;
    }

    @Test
    void aGoodVendorPassesEveryTest() {
        assertThat(failures(GoodVendor.class)).hasSize(9).allSatisfy((test, result) -> assertThat(result)
                .isEqualTo("passed"));
    }

    @Test
    void aGoodModuleThatJoinsAVendorPassesEveryTest() {
        assertThat(failures(GoodShipping.class)).hasSize(8).allSatisfy((test, result) -> assertThat(result)
                .isEqualTo("passed"));
    }

    @Test
    void aBadModuleIsToldWhatToDo() {
        Map<String, String> results = failures(BadPricing.class);

        assertThat(results.get("nothingIsDiscountedBelowZero"))
                .contains("shop.odd 1.0.0", "brings a line below zero", "prefer rates to amounts");
        assertThat(results.get("everyMessageCanBeReadInEveryLanguage"))
                .contains("the text of nowhere in nb is missing", "Add the text to texts()");
        assertThat(results.get("theSameInputGivesTheSameAnswer")).isEqualTo("passed");
    }

    @Test
    void aBadModelIsToldWhatIsTheMatter() {
        assertThat(failures(BadModel.class).get("everyModelIsSound"))
                .contains(
                        "sound: the configuration model lamp: the constraint rule looks at the option nowhere of colour")
                .contains("Look at the Javadoc of ConfigurationModel");
    }
}
