package org.torg.portal.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectLists.Carried;
import org.torg.api.quote.ProjectLists.Remark;

/** When something must be told of lines that went into the cart. */
class PlannedListTest {

    private static final Remark GONE = new Remark("sku-unknown", Message.of("x", "There is no such article."));

    private static Carried carried(Optional<LineId> to, Remark... remarks) {
        return new Carried(new LineId("1"), new Sku("A-1"), 2, to, List.of(remarks));
    }

    @Test
    @Tag("L17")
    void aLineThatIsNotAddedIsTold() {
        Carried added = carried(Optional.of(new LineId("7")));

        assertThat(PlannedList.isWorthTelling(List.of(added))).isFalse();
        assertThat(PlannedList.isWorthTelling(List.of(added, carried(Optional.empty(), GONE))))
                .isTrue();
        assertThat(PlannedList.isWorthTelling(List.of(carried(Optional.of(new LineId("7")), GONE))))
                .isTrue();
    }
}
