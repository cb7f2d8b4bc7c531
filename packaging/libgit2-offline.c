// What libgit2 asks of its network parts, answered by "no": schemagate reads repositories and never talks to a server.
// The released program is linked with these instead of the TLS, HTTP and SSH members of Debian's libgit2.a (see
// scripts/offline-libgit2). Besides fewer libraries, that leaves out the reading of all CA certificates at each start.
#include <stdbool.h>
#include <git2.h>
#include <git2/sys/stream.h>
#include <git2/sys/transport.h>

bool git_http__expect_continue = false;

static int refused(void) {
  git_error_set_str(GIT_ERROR_NET, "this program is built without access to Git servers");
  return GIT_ERROR;
}

int git_mbedtls_stream_global_init(void) { return 0; }

int git_transport_ssh_global_init(void) { return 0; }

int git_mbedtls__set_cert_location(const char *file, const char *path) {
  (void)file, (void)path;
  return refused();
}

int git_mbedtls_stream_new(git_stream **out, const char *host, const char *port) {
  (void)out, (void)host, (void)port;
  return refused();
}

int git_mbedtls_stream_wrap(git_stream **out, git_stream *inner, const char *host) {
  (void)out, (void)inner, (void)host;
  return refused();
}

int git_smart_subtransport_http(git_smart_subtransport **out, git_transport *owner, void *parameter) {
  (void)out, (void)owner, (void)parameter;
  return refused();
}

int git_smart_subtransport_ssh(git_smart_subtransport **out, git_transport *owner, void *parameter) {
  (void)out, (void)owner, (void)parameter;
  return refused();
}
