package org.torg.kernel.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.is;
import static org.torg.api.configurator.Condition.not;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.Refusal;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.Vendor;
import org.torg.kernel.fixture.SetClock;
import org.torg.vendors.lighting.LightingVendor;

/** A vendor whose models can not be solved is not published, and is told by name which. */
class ModelExaminationTest {

    private final LightingVendor lighting = new LightingVendor("1.0.0");

    private ConfigurationModel model(Condition must) {
        Question.Choice choice = new Question.Choice(
                new Question.About("a", lighting.parameters().get(0).label(), Optional.empty(), ALWAYS, true),
                List.of(
                        new Question.Option("x", lighting.parameters().get(0).label()),
                        new Question.Option("y", lighting.parameters().get(0).label())),
                false,
                List.of("x"));
        return new ConfigurationModel(
                "lamp",
                List.of(new Stage("s", lighting.parameters().get(0).label(), Subject.PRODUCT, List.of(choice))),
                List.of(new Constraint("c", must, lighting.parameters().get(0).label())),
                List.of(),
                List.of(),
                List.of());
    }

    private Optional<Refusal> examined(Condition must) {
        Vendor vendor = (Vendor) Proxy.newProxyInstance(
                Vendor.class.getClassLoader(),
                new Class<?>[] {Vendor.class},
                (proxy, method, arguments) -> method.getName().equals("configurations")
                        ? List.of(model(must))
                        : method.invoke(lighting, arguments));
        VendorRegistry registry =
                new VendorRegistry(new SetClock(), "lighting", Limits.DEFAULT, Duration.ofMinutes(1), Duration.ZERO);
        ModuleSet set = VendorRegistry.alone(vendor);
        GuardedVendor composed = registry.compose(
                        set.vendor(),
                        List.of(new ModuleCode(set.modules().get(0), Optional.of(vendor), List.of(), List.of())))
                .orElseThrow();
        return registry.examine(composed, set.modules(), List.of());
    }

    @Test
    void aSoundModelPasses() {
        assertThat(examined(is("a", "x"))).isEmpty();
    }

    @Test
    void aModelWithoutACompleteConfigurationIsRefused() {
        assertThat(examined(Condition.all(is("a", "x"), is("a", "y")))).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("module-contract-failed");
            assertThat(refusal.toString()).contains("lamp: no answers make it complete");
        });
    }

    @Test
    void aModelWhoseInitialAnswersBreakSomethingIsRefused() {
        assertThat(examined(not(is("a", "x")))).hasValueSatisfying(refusal -> assertThat(refusal.toString())
                .contains("lamp: the initial answer to a breaks something"));
    }

    @Test
    void aModelThatNamesWhatIsNotThereIsRefused() {
        assertThat(examined(is("b", "x")))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("module-contract-failed"));
    }
}
