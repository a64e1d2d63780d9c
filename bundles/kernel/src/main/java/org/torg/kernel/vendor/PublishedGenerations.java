package org.torg.kernel.vendor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Kind;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;

/** Gives a look at any generation that was ever published: its modules, and the parameters that it had. Nothing is sold by it. */
@Component(service = PublishedGenerations.class)
public final class PublishedGenerations {

    private final Generations generations;
    private final EarlierCode earlier;
    private final Transactions transactions;
    private final ModuleStore store;

    /** @param answer empty where other modules are needed than serve */
    private record Look<T>(VendorId vendor, Optional<T> answer) {}

    @Activate
    public PublishedGenerations(
            @Reference Generations generations,
            @Reference EarlierCode earlier,
            @Reference Transactions transactions,
            @Reference ModuleStore store) {
        this.generations = generations;
        this.earlier = earlier;
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * As {@link Generations#using}, under the generation of this number. Modules that serve are taken as they run, others are
     * brought up for as long as it takes. Refused with {@code generation-unknown}, {@code generation-not-available} too.
     *
     * @param number empty for the generation that serves
     */
    public <T> Outcome<T> using(
            Optional<VendorId> named, Optional<Long> number, Function<Generation, Outcome<T>> evaluation) {
        if (number.isEmpty()) {
            return generations.using(named, evaluation);
        }
        Outcome<Look<T>> look = generations.using(named, serving -> look(serving, number.get(), evaluation));
        return look.flatMap(looked -> looked.answer().map(Outcome::done).orElseGet(() -> set(
                        looked.vendor(), number.get())
                .flatMap(set -> earlier.with(set, code -> evaluation.apply(new Generation(set, code, rows(set)))))));
    }

    private <T> Outcome<Look<T>> look(Generation serving, long number, Function<Generation, Outcome<T>> evaluation) {
        VendorId vendor = serving.set().vendor();
        Outcome<ModuleSet> found = number == serving.number() ? Outcome.done(serving.set()) : set(vendor, number);
        return found.flatMap(set -> {
            if (!digests(set).equals(digests(serving.set()))) {
                return Outcome.done(new Look<>(vendor, Optional.empty()));
            }
            Generation same = number == serving.number() ? serving : new Generation(set, serving.vendor(), rows(set));
            return evaluation.apply(same).map(answer -> new Look<>(vendor, Optional.of(answer)));
        });
    }

    private Outcome<ModuleSet> set(VendorId vendor, long number) {
        return transactions
                .read(tx -> store.set(tx, vendor, number))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(unknown(number)));
    }

    private static Refusal unknown(long number) {
        String english = "There is no generation {0}.";
        Argument shown = Argument.number(number);
        return Refusal.of(Kind.UNPROCESSABLE, "generation-unknown", english, shown)
                .with(List.of(Refusal.detail("/generation", "generation-unknown", english, shown)));
    }

    private ParameterRows rows(ModuleSet set) {
        return new ParameterRows(
                set.generation(), transactions.read(tx -> store.parameters(tx, set.vendor(), set.generation())));
    }

    private static List<String> digests(ModuleSet set) {
        return set.modules().stream().map(ModuleSet.Module::digest).sorted().toList();
    }
}
