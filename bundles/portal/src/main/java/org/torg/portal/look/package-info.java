/** How things are written and drawn for one reader. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.look;
