/** What every page is made with: what a browser asked, how it is answered, and the frame around it. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.page;
