package org.torg.kernel.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.torg.kernel.solver.Given.Piece;

/**
 * What may be chosen beside the answers that are kept, and what must be. Each configuration that the solver finds shows a good
 * part of it, so that few questions are left to ask.
 */
final class Possibilities {

    /** Of the configurations found last, so many are changed by one answer. */
    private static final int MOST_TRIED = 4;

    private final Search search;
    private final List<Piece> kept;
    private final Neighbourhood neighbourhood;
    private final List<Integer> literals;
    /** Complete configurations with all that is kept. */
    private final List<BitSet> witnesses = new ArrayList<>();

    private final BitSet possible;
    private final BitSet forced;

    Possibilities(CompiledModel model, Search search, Keeping keeping) {
        this.search = search;
        this.kept = keeping.kept();
        this.neighbourhood = model.neighbourhood();
        this.literals = Keeping.literals(kept);
        this.possible = new BitSet(model.variables() + 1);
        this.forced = new BitSet(model.variables() + 1);
        keeping.witness().ifPresent(witnesses::add);
        if (!witnesses.isEmpty()) {
            sweep(model);
            model.slots().forEach(this::explore);
        }
    }

    /**
     * Looks for configurations that have as much as can be of what none has shown so far, until one has nothing new: a few of
     * them show nearly all that is possible. What is hard to find so is left to the questions one by one.
     */
    private void sweep(CompiledModel model) {
        BitSet unseen = new BitSet();
        for (Slot slot : model.slots()) {
            if (slot.several() || kept.stream().noneMatch(piece -> piece.of(slot))) {
                slot.values().forEach(unseen::set);
            }
        }
        witnesses.forEach(unseen::andNot);
        try {
            int before = Integer.MAX_VALUE;
            while (!unseen.isEmpty() && unseen.cardinality() < before) {
                before = unseen.cardinality();
                search.wish(unseen);
                search.model(literals).ifPresent(found -> {
                    witnesses.add(found);
                    unseen.andNot(found);
                });
            }
        } catch (Exhausted e) {
            // One by one they ask for less, and are refused if that is too much, too.
        } finally {
            search.wish(new BitSet());
        }
    }

    /** Whether a value can be chosen, its question's own answer apart. */
    boolean possible(int value) {
        return possible.get(value);
    }

    BitSet possible(Slot slot) {
        BitSet indexes = new BitSet();
        for (int i = 0; i < slot.values().size(); i++) {
            indexes.set(i, possible.get(slot.values().get(i)));
        }
        return indexes;
    }

    /** Whether the other answers leave nothing but this value. */
    boolean forced(int value) {
        return forced.get(value);
    }

    /** Whether the other answers make it impossible to leave a question open. */
    boolean needed(Slot slot) {
        return slot.always(Encoding.TRUTH) || !can(others(slot), -slot.answered());
    }

    Optional<BitSet> witness() {
        return witnesses.stream().findFirst();
    }

    private void explore(Slot slot) {
        if (slot.values().isEmpty()) {
            return;
        }
        if (slot.several()) {
            several(slot);
        } else {
            single(slot);
        }
    }

    private void single(Slot slot) {
        List<Integer> base = others(slot);
        boolean open = base.size() == literals.size();
        BitSet excluded = look(slot, base);
        while (true) {
            List<Integer> asked = new ArrayList<>(base);
            asked.add(slot.answered());
            int left = 0;
            for (int value : slot.values()) {
                if (possible.get(value) || excluded.get(value)) {
                    asked.add(-value);
                } else {
                    left++;
                }
            }
            Optional<BitSet> found = left == 0 ? Optional.empty() : search.model(asked);
            if (found.isEmpty()) {
                break;
            }
            if (open) {
                witnesses.add(found.get());
            }
            see(slot, List.of(found.get()));
        }
        BitSet left = possible(slot);
        if (left.cardinality() == 1 && needed(slot)) {
            forced.set(slot.values().get(left.nextSetBit(0)));
        }
    }

    private void several(Slot slot) {
        List<Integer> base = new ArrayList<>(literals);
        base.remove((Integer) (-slot.answered()));
        boolean open = base.size() == literals.size();
        BitSet excluded = look(slot, base);
        for (int value : slot.values()) {
            if (!possible.get(value) && !excluded.get(value)) {
                List<Integer> asked = new ArrayList<>(base);
                asked.add(value);
                Optional<BitSet> found = search.model(asked);
                if (found.isPresent()) {
                    possible.set(value);
                    if (open) {
                        witnesses.add(found.get());
                        see(slot, List.of(found.get()));
                    }
                }
            }
        }
        for (int value : slot.values()) {
            if (possible.get(value) && !canGo(slot, value)) {
                List<Integer> without = new ArrayList<>(base);
                boolean given = without.remove((Integer) value);
                boolean can = (given || !open) ? search.possible(plus(without, -value)) : can(without, -value);
                if (!can) {
                    forced.set(value);
                }
            }
        }
    }

    /** Marks what is seen to be possible; what is seen to be impossible. */
    private BitSet look(Slot slot, List<Integer> base) {
        see(slot, witnesses);
        BitSet excluded = new BitSet();
        BitSet on = new BitSet();
        BitSet off = new BitSet();
        know(base, on, off);
        for (int value : slot.values()) {
            if (possible.get(value)) {
                continue;
            }
            BitSet with = (BitSet) on.clone();
            BitSet without = (BitSet) off.clone();
            if (!slot.several()) {
                slot.values().forEach(without::set);
            }
            without.clear(value);
            with.set(value);
            with.set(slot.answered());
            if (neighbourhood.fails(with, without, slot)) {
                excluded.set(value);
            } else if (stays(slot, value)) {
                possible.set(value);
            }
        }
        return excluded;
    }

    private boolean stays(Slot slot, int value) {
        for (int i = 0; i < witnesses.size() && i < MOST_TRIED; i++) {
            if (neighbourhood.staysWith(witnesses.get(witnesses.size() - 1 - i), slot, value)) {
                return true;
            }
        }
        return false;
    }

    private boolean canGo(Slot slot, int value) {
        for (int i = 0; i < witnesses.size() && i < MOST_TRIED; i++) {
            BitSet whole = witnesses.get(witnesses.size() - 1 - i);
            if (!whole.get(value) || neighbourhood.staysWithout(whole, slot, value)) {
                return true;
            }
        }
        return false;
    }

    /** What follows from these answers by themselves: of a choice of one the other options are not chosen. */
    private void know(List<Integer> base, BitSet on, BitSet off) {
        for (Piece piece : kept) {
            if (!base.contains(piece.literal())) {
                continue;
            }
            Slot slot = piece.slot();
            if (piece.literal() < 0) {
                off.set(slot.answered());
                slot.values().forEach(off::set);
                continue;
            }
            if (!slot.several()) {
                slot.values().forEach(off::set);
            }
            off.clear(piece.literal());
            on.set(piece.literal());
            on.set(slot.answered());
        }
    }

    private void see(Slot slot, List<BitSet> models) {
        for (int value : slot.values()) {
            for (BitSet found : models) {
                if (found.get(value)) {
                    possible.set(value);
                }
            }
        }
    }

    private boolean can(List<Integer> base, int literal) {
        for (BitSet found : witnesses) {
            if (Keeping.holds(found, literal)) {
                return true;
            }
        }
        Optional<BitSet> found = search.model(plus(base, literal));
        if (found.isPresent() && base.size() == literals.size()) {
            witnesses.add(found.get());
        }
        return found.isPresent();
    }

    private static List<Integer> plus(List<Integer> base, int literal) {
        List<Integer> more = new ArrayList<>(base);
        more.add(literal);
        return more;
    }

    /** What is kept, without the answer to this question. */
    private List<Integer> others(Slot slot) {
        List<Integer> others = new ArrayList<>(kept.size());
        for (Piece piece : kept) {
            if (!piece.of(slot)) {
                others.add(piece.literal());
            }
        }
        return others;
    }
}
