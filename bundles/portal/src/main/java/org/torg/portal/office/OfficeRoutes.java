package org.torg.portal.office;

import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Function;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;

/** Pages of the back office. Who has the right of a page at no vendor is answered as if it did not exist. */
public final class OfficeRoutes {

    private OfficeRoutes() {}

    /** @param needed what one must be able to do at some vendor */
    public static Route get(String pattern, Function needed, Route.Handler handler) {
        return Route.get(pattern, Route.Door.STAFF, guarded(needed, handler));
    }

    public static Route post(String pattern, Function needed, Route.Handler handler) {
        return Route.post(pattern, Route.Door.STAFF, guarded(needed, handler));
    }

    private static Route.Handler guarded(Function needed, Route.Handler handler) {
        return visit -> {
            require(visit, needed);
            return handler.answer(visit);
        };
    }

    private static void require(Visit visit, Function needed) {
        if (!visit.staffFunctions().contains(needed)) {
            throw new RefusedException(Refusal.notFound("page"));
        }
    }
}
