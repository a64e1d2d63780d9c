/** What operators read of module sets, as text. */
@NullMarked
package org.torg.shell.module;

import org.jspecify.annotations.NullMarked;
