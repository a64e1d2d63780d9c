package org.torg.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.torg.api.vendor.VendorFailure;
import org.torg.contract.ContractViolation.Kind;
import org.torg.contract.Probe.Rejection;

/**
 * One part on one check: turns whatever goes wrong into a violation that names part, check and case.
 *
 * @param samples the case, or none where it is no matter of one
 */
record Trial(Part<?> part, Check check, List<Sample> samples) {

    Trial(Part<?> part, Check check) {
        this(part, check, List.of());
    }

    Trial(Part<?> part, Check check, Sample sample) {
        this(part, check, List.of(sample));
    }

    /** Asks a probe. Its answer is whole. */
    static <A> A ask(Probe<A> probe, Check check, Sample sample) {
        Trial trial = new Trial(probe.part(), check, sample);
        return trial.of(() -> {
            A answer = probe.ask().apply(sample);
            Optional<String> missing = Nulls.in(answer);
            Rejection.unless(missing.isEmpty(), "answers null in " + missing.orElse(""));
            return answer;
        });
    }

    <T> T of(Supplier<T> code) {
        try {
            return code.get();
        } catch (ContractViolation e) {
            throw e;
        } catch (Rejection e) {
            throw violation(Kind.CONTRACT_FAILED, String.valueOf(e.getMessage()), null);
        } catch (VendorFailure e) {
            String prefix = String.valueOf(part.source().failure("").getMessage());
            String message = String.valueOf(e.getMessage());
            throw violation(
                    Kind.CONTRACT_FAILED,
                    message.startsWith(prefix) ? message.substring(prefix.length()) : message,
                    null);
        } catch (Throwable e) {
            throw violation(Kind.CONTRACT_FAILED, "throws " + e.getClass().getSimpleName(), e);
        }
    }

    void run(Runnable code) {
        of(() -> {
            code.run();
            return Boolean.TRUE;
        });
    }

    void require(boolean holds, Kind kind, String otherwise) {
        if (!holds) {
            throw violation(kind, otherwise, null);
        }
    }

    private ContractViolation violation(Kind kind, String reason, @Nullable Throwable cause) {
        StringBuilder text = new StringBuilder();
        text.append(check.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .append(": ")
                .append(reason)
                .append(". ")
                .append(check.advice());
        samples.forEach(sample -> text.append(" Seen with: ").append(sample));
        return new ContractViolation(kind, part.bundle(), part.source(), text.toString(), cause);
    }
}
