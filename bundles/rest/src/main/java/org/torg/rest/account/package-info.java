/** Signing in and out, and the account of who has signed in. */
@NullMarked
package org.torg.rest.account;

import org.jspecify.annotations.NullMarked;
