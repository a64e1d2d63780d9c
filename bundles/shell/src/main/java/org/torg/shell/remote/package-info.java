/** The commands over HTTP, for a tenant without a console. */
@NullMarked
package org.torg.shell.remote;

import org.jspecify.annotations.NullMarked;
