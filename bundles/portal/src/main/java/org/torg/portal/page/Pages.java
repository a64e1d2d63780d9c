package org.torg.portal.page;

import java.util.List;

/** The pages of one feature. */
public interface Pages {

    List<Route> routes();
}
