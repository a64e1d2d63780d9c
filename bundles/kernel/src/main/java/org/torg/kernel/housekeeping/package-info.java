/** What is thrown away when it is old. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.housekeeping;
