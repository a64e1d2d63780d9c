/** What is thrown away when it is old. */
@NullMarked
package org.torg.persistence.housekeeping;

import org.jspecify.annotations.NullMarked;
