package org.torg.kernel.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectLists;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;

class ProjectListTest {

    private static ProjectLists lists(Shop shop) {
        return shop.kernel().projectLists;
    }

    private static ProjectList list(Shop shop, String name, NewLine... lines) {
        ProjectList list = lists(shop)
                .create(owner(), Optional.empty(), Optional.empty(), name)
                .orElseThrow();
        return lines.length == 0
                ? list
                : lists(shop)
                        .add(owner(), Optional.empty(), list.id(), List.of(lines))
                        .orElseThrow();
    }

    private static NewLine line(Sku sku, int quantity) {
        return new NewLine(sku, quantity, Optional.empty(), Optional.empty());
    }

    private static List<String> goods(ProjectList list) {
        return list.lines().stream()
                .map(line -> line.sku().value() + " " + line.quantity())
                .toList();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    @OnEveryDatabase
    @Tag("L17")
    @Tag("L18")
    void anAccountHasSeveralListsAndAColleagueAddsToThem(Database database) {
        Shop shop = Shop.open(database);
        ProjectList office = list(shop, "Office", line(DENIED, 2));
        list(shop, "Warehouse");

        ProjectList added = lists(shop)
                .add(buyer(), Optional.empty(), office.id(), List.of(line(UNTRACKED, 5), line(DENIED, 1)))
                .orElseThrow();

        assertThat(goods(added)).containsExactly("DENY-10 2", "MADE-TO-ORDER 5", "DENY-10 1");
        assertThat(lists(shop).get(owner(), office.id()).orElseThrow()).isEqualTo(added);
        Page<ProjectLists.Overview> page = lists(shop)
                .find(owner(), Optional.empty(), PageRequest.first(1))
                .orElseThrow();
        assertThat(page.items()).extracting(overview -> overview.list().name()).containsExactly("Warehouse");
        Page<ProjectLists.Overview> rest = lists(shop)
                .find(owner(), Optional.empty(), new PageRequest(page.next(), 1))
                .orElseThrow();
        assertThat(rest.items()).extracting(ProjectLists.Overview::lines).containsExactly(3);
        assertThat(rest.next()).isEmpty();
    }

    @OnEveryDatabase
    void listsAreCountedInOneStatementAndNotThoseOfOthers(Database database) {
        Shop shop = Shop.open(database);
        list(shop, "Office", line(DENIED, 2), line(UNTRACKED, 5));
        list(shop, "Warehouse");

        shop.sent().forget();
        assertThat(lists(shop).count(buyer()).orElseThrow()).isEqualTo(2);
        assertThat(shop.sent().statements()).hasSize(1);
        assertThat(lists(shop).count(foreigner()).orElseThrow()).isZero();
        assertThat(refusal(lists(shop).count(stranger())).code()).isEqualTo("token-missing");
    }

    @OnEveryDatabase
    void aForeignListAnswersAsAnUnknownOne(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = list(shop, "Office", line(DENIED, 2));
        Refusal unknown = refusal(lists(shop).get(foreigner(), new org.torg.api.quote.ProjectListId("none")));

        assertThat(refusal(lists(shop).get(foreigner(), list.id()))).isEqualTo(unknown);
        assertThat(refusal(lists(shop).add(foreigner(), Optional.empty(), list.id(), List.of(line(DENIED, 1)))))
                .isEqualTo(unknown);
        assertThat(refusal(lists(shop).delete(foreigner(), Optional.empty(), list.id(), Optional.empty())))
                .isEqualTo(unknown);
        assertThat(refusal(lists(shop).copy(foreigner(), Optional.empty(), list.id(), "Mine")))
                .isEqualTo(unknown);
        ProjectList own = lists(shop)
                .create(foreigner(), Optional.empty(), Optional.empty(), "Own")
                .orElseThrow();
        assertThat(refusal(lists(shop).transfer(foreigner(), Optional.empty(), list.id(), own.id(), List.of(), true)))
                .isEqualTo(unknown);
        assertThat(lists(shop)
                        .find(foreigner(), Optional.empty(), PageRequest.first(10))
                        .orElseThrow()
                        .items())
                .hasSize(1);
        assertThat(refusal(lists(shop).get(stranger(), list.id())).code()).isEqualTo("token-missing");
    }

    @OnEveryDatabase
    void linesAreChangedMovedAndCopied(Database database) {
        Shop shop = Shop.open(database);
        ProjectList from = list(shop, "From", line(DENIED, 1), line(UNTRACKED, 2), line(BULKY, 3));
        ProjectList to = list(shop, "To", line(DENIED, 9));
        LineId second = from.lines().get(1).id();

        ProjectList moved = lists(shop)
                .transfer(owner(), Optional.empty(), from.id(), to.id(), List.of(second), false)
                .orElseThrow();
        assertThat(goods(moved)).containsExactly("DENY-10 9", "MADE-TO-ORDER 2");
        assertThat(goods(lists(shop).get(owner(), from.id()).orElseThrow()))
                .containsExactly("DENY-10 1", "BULKY-1000 3");

        ProjectList back = lists(shop)
                .transfer(owner(), Optional.empty(), to.id(), from.id(), List.of(), true)
                .orElseThrow();
        assertThat(goods(back)).containsExactly("DENY-10 1", "BULKY-1000 3", "DENY-10 9", "MADE-TO-ORDER 2");
        assertThat(back.lines()).extracting(ProjectList.Line::id).doesNotHaveDuplicates();
        assertThat(goods(lists(shop).get(owner(), to.id()).orElseThrow())).hasSize(2);

        ProjectList copy =
                lists(shop).copy(buyer(), Optional.empty(), back.id(), "Again").orElseThrow();
        assertThat(goods(copy)).isEqualTo(goods(back));
        assertThat(copy.name()).isEqualTo("Again");

        ProjectList changed = lists(shop)
                .change(
                        owner(),
                        Optional.empty(),
                        copy.id(),
                        Optional.of(copy.version()),
                        copy.lines().get(0).id(),
                        7,
                        Optional.empty(),
                        Optional.of("Room 4"))
                .orElseThrow();
        assertThat(changed.lines().get(0).quantity()).isEqualTo(7);
        assertThat(changed.lines().get(0).note()).contains("Room 4");
        assertThat(refusal(lists(shop).rename(owner(), Optional.empty(), copy.id(), Optional.of(copy.version()), "x"))
                        .kind())
                .isEqualTo(Refusal.Kind.PRECONDITION);
        assertThat(lists(shop)
                        .delete(owner(), Optional.empty(), copy.id(), Optional.of(changed.version()))
                        .isDone())
                .isTrue();
        assertThat(refusal(lists(shop).get(owner(), copy.id())).code()).isEqualTo("project-list-not-found");
    }

    @OnEveryDatabase
    void whatIsWrongWithLinesIsSaidOfEachAndNothingIsAdded(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = list(shop, "Office", line(DENIED, 2));

        Refusal refusal = refusal(lists(shop)
                .add(
                        owner(),
                        Optional.empty(),
                        list.id(),
                        List.of(
                                line(DENIED, 1),
                                line(new Sku("NOPE"), 1),
                                line(new Sku("' OR 1=1"), 1),
                                line(DENIED, 0),
                                new NewLine(DENIED, 1, Optional.empty(), Optional.of("a\u202Eb")),
                                new NewLine(DENIED, 1, Optional.empty(), Optional.of("half a character \uD800")))));

        assertThat(refusal.details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactly(
                        "/lines/1/sku sku-unknown",
                        "/lines/2/sku sku-unknown",
                        "/lines/3/quantity quantity-invalid",
                        "/lines/4/note note-invalid",
                        "/lines/5/note note-invalid");
        assertThat(lists(shop).get(owner(), list.id()).orElseThrow()).isEqualTo(list);
        assertThat(refusal(lists(shop).create(owner(), Optional.empty(), Optional.empty(), " "))
                        .code())
                .isEqualTo("name-invalid");
        assertThat(refusal(lists(shop)
                                .add(
                                        owner(),
                                        Optional.empty(),
                                        list.id(),
                                        Collections.nCopies(ProjectLists.MAX_LINES, line(DENIED, 1))))
                        .code())
                .isEqualTo("list-full");
    }

    @OnEveryDatabase
    void parallelEditsLoseNothingAndOppositeMovesEnd(Database database) {
        Shop shop = Shop.open(database);
        ProjectLists other = shop.kernel().node().projectLists;
        ProjectList one = list(shop, "One");
        ProjectList two = list(shop, "Two");

        List<Outcome<ProjectList>> answers = Parallel.run(8, turn -> {
            ProjectLists own = turn % 2 == 0 ? lists(shop) : other;
            ProjectList first = turn % 2 == 0 ? one : two;
            ProjectList second = turn % 2 == 0 ? two : one;
            own.add(owner(), Optional.empty(), first.id(), List.of(line(DENIED, turn + 1)))
                    .orElseThrow();
            return own.transfer(owner(), Optional.empty(), first.id(), second.id(), List.of(), false);
        });

        assertThat(answers).allMatch(Outcome::isDone);
        List<Integer> all = new ArrayList<>();
        for (ProjectList list : List.of(one, two)) {
            lists(shop).get(owner(), list.id()).orElseThrow().lines().forEach(line -> all.add(line.quantity()));
        }
        assertThat(all).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @OnEveryDatabase
    @Tag("L17")
    void aListThatBeganWithLinesTakesMore(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = lists(shop)
                .create(owner(), Optional.empty(), Optional.empty(), "Office", List.of(line(DENIED, 1), line(BULKY, 2)))
                .orElseThrow();
        ProjectList copy =
                lists(shop).copy(owner(), Optional.empty(), list.id(), "Again").orElseThrow();

        for (ProjectList begun : List.of(list, copy)) {
            ProjectList more = lists(shop)
                    .add(owner(), Optional.empty(), begun.id(), List.of(line(UNTRACKED, 3), line(DENIED, 4)))
                    .orElseThrow();
            assertThat(goods(more)).containsExactly("DENY-10 1", "BULKY-1000 2", "MADE-TO-ORDER 3", "DENY-10 4");
            assertThat(more.lines()).extracting(ProjectList.Line::id).doesNotHaveDuplicates();
        }
    }

    @OnEveryDatabase
    void aRepeatUnderTheSameKeyAddsOnce(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = list(shop, "Office");
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("add-1"));

        lists(shop).add(owner(), key, list.id(), List.of(line(DENIED, 2))).orElseThrow();
        ProjectList again = lists(shop)
                .add(owner(), key, list.id(), List.of(line(DENIED, 2)))
                .orElseThrow();

        assertThat(goods(again)).containsExactly("DENY-10 2");
    }
}
