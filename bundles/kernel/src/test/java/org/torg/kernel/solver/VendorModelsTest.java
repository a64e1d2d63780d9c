package org.torg.kernel.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.OptionStatus;
import org.torg.api.configurator.Guidance.QuestionState;
import org.torg.api.configurator.Guidance.Range;
import org.torg.api.configurator.Question;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.testkit.Configured;
import org.torg.testkit.Example;
import org.torg.vendors.dental.DentalVendor;
import org.torg.vendors.hearing.HearingVendor;
import org.torg.vendors.lighting.LightingVendor;

/** The models of our vendors under the engine, against the model as it is written. */
class VendorModelsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int TRIES = 60;

    private final Engine engine = new Engine(Budget.DEFAULT);

    @Provide
    Arbitrary<ConfigurationModel> models() {
        return Arbitraries.of(List.of(new DentalVendor("1"), new HearingVendor("1"), new LightingVendor("1")).stream()
                .flatMap(vendor -> vendor.configurations(parameters(vendor)).stream())
                .toList());
    }

    private static Parameters parameters(Vendor vendor) {
        return Example.of(vendor).request().parameters();
    }

    /** In any order, one after the other, each with something that was still offered. */
    @Property(tries = TRIES)
    void whoeverChoosesOnlyWhatIsOfferedComesToTheEnd(@ForAll("models") ConfigurationModel model, @ForAll long seed) {
        Random random = new Random(seed);
        CompiledModel compiled = ModelHash.compile(model);
        Answers answers = Answers.NONE;
        for (Question question : model.questions().toList()) {
            if (random.nextInt(3) > 0) {
                answers = answered(guide(compiled, answers), question, answers, random);
            }
        }
        Guidance guidance = guide(compiled, answers);
        while (!guidance.missing().isEmpty()) {
            String code =
                    guidance.missing().get(random.nextInt(guidance.missing().size()));
            Question question = model.questions()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            answers = answered(guidance, question, answers, random);
            guidance = guide(compiled, answers);
        }

        assertThat(guidance.complete()).isTrue();
        Configured asWritten = Configured.of(model, guidance.answers());
        assertThat(asWritten.complete()).as("%s", asWritten.broken()).isTrue();
        assertThat(parts(guidance)).isEqualTo(asWritten.parts());
        assertThat(guidance.tasks()).isEqualTo(asWritten.tasks());
        assertThat(guidance.extraDays()).isEqualTo(asWritten.extraDays());
        assertThat(engine.expand(compiled, answers, TODAY).isDone()).isTrue();
    }

    private Guidance guide(CompiledModel model, Answers answers) {
        Guidance guidance = engine.guide(model, answers, TODAY).orElseThrow();
        assertThat(guidance.misfits()).isEmpty();
        return guidance;
    }

    private static Answers answered(Guidance guidance, Question question, Answers answers, Random random) {
        QuestionState state = guidance.question(question.code()).orElseThrow();
        if (state.status() == Guidance.Status.NOT_ASKED || isFutile(question, state)) {
            return answers;
        }
        return answers.with(question.code(), answer(question, state, random));
    }

    /** Accessories of which none fits may be left out. */
    private static boolean isFutile(Question question, QuestionState state) {
        return !question.about().required()
                && !state.options().isEmpty()
                && state.options().stream().allMatch(option -> option.status() == OptionStatus.EXCLUDED);
    }

    private static Answer answer(Question question, QuestionState state, Random random) {
        if (question instanceof Question.Choice) {
            List<String> offered = state.options().stream()
                    .filter(option -> option.status() != OptionStatus.EXCLUDED)
                    .map(Guidance.OptionState::code)
                    .toList();
            return Answer.chosen(offered.get(random.nextInt(offered.size())));
        }
        if (question instanceof Question.Measure measure) {
            Range range = state.ranges().get(random.nextInt(state.ranges().size()));
            int steps =
                    range.most().subtract(range.least()).divide(measure.step()).intValueExact();
            return new Answer.Measure(
                    range.least().add(measure.step().multiply(BigDecimal.valueOf(random.nextInt(steps + 1)))));
        }
        if (question instanceof Question.Date date) {
            return new Answer.Day(TODAY.plusDays(date.leastDays()));
        }
        return question instanceof Question.Files
                ? new Answer.Uploaded(List.of(new UploadId("scan-" + random.nextInt(9))))
                : new Answer.Words("In words.");
    }

    private static Map<String, Integer> parts(Guidance guidance) {
        Map<String, Integer> parts = new TreeMap<>();
        guidance.parts().forEach(part -> parts.merge(part.sku().value(), part.quantity(), Integer::sum));
        return parts;
    }
}
